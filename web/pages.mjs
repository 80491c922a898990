// Pictures of every page, for those who look at what they made: French, dark, on a telephone. How to run: docs/walk.md.

import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { openBrowser, root, startVigie } from './tests/vigie.mjs'

const folder = resolve(process.argv[2] ?? join(root, 'docs/images/pages'))
const only = process.argv[3] ?? ''

const LOOKS = [
    { name: 'fr-1440-light', lang: 'fr', width: 1440, scheme: 'light' },
    { name: 'fr-390-light', lang: 'fr', width: 390, scheme: 'light' },
    { name: 'en-1440-dark', lang: 'en', width: 1440, scheme: 'dark' },
    { name: 'en-390-dark', lang: 'en', width: 390, scheme: 'dark' },
]

/** Pages on the exercise with Ogossagou and Moura. */
const MALI = {
    picture: '/lite?exercise=1',
    watch: '/lite/watch?exercise=1&known=2020-02-14T05:30',
    report: '/lite/report?exercise=1',
    response: '/lite/response?exercise=1',
    'response-by': '/lite/response?exercise=1&by=component',
    changes: '/lite/changes?exercise=1&since=2020-01-01',
    brief: '/lite/brief?exercise=1&from=2020-01-01&to=2020-12-31',
    search: '/lite/search?exercise=1&q=ogossagou',
    imports: '/lite/imports?exercise=1',
    'import-new': '/lite/imports/new?exercise=1',
    queries: '/lite/queries?exercise=1',
    export: '/lite/export?exercise=1',
    registers: '/lite/registers?exercise=1',
    actors: '/lite/actors?exercise=1',
    actor: '/lite/actors/jnim?exercise=1',
    mandate: '/lite/mandate?exercise=1&known=2020-07-15T00:00',
    accords: '/lite/accords?exercise=1',
    surveys: '/lite/surveys?exercise=1',
    strength: '/lite/strength?exercise=1',
    sources: '/lite/sources?exercise=1',
    restrictions: '/lite/restrictions?exercise=1',
    'restrictions-new': '/lite/restrictions/new?exercise=1',
    force: '/lite/force?exercise=1&known=2022-05-01T00:00&without=Pakistan',
    'force-unit': '/lite/force/unit?exercise=1&id=sen-qrf-mopti&on=2022-05-01',
    'force-new': '/lite/force/new?exercise=1&unit=sen-qrf-mopti',
    generation: '/lite/force/generation?exercise=1',
    fatalities: '/lite/fatalities?exercise=1',
    posture: '/lite/posture?exercise=1&known=2022-05-01T00:00',
    reach: '/lite/reach?exercise=1&known=2020-02-13T20:00&spot=Ber',
    theatre: '/lite/theatre?exercise=1&known=2020-02-13T20:00',
    casevac: '/lite/casevac?exercise=1&known=2020-02-13T12:00&spot=Ogossagou',
    verify: '/lite/verify?exercise=1',
    webhooks: '/lite/webhooks?exercise=1',
    help: '/lite/help?exercise=1',
}

/** Two invented tables of one night in an invented country. */
const TABLES = {
    north: ['N1,2026-03-18,Tarn Ford,Hill men,12,Radio Ostrelle', 'N2,2026-03-02,Orle,Hill men,3,Market report'],
    south: ['S1,2026-03-19,Tarn Ford,Hill men of the north,15,Radio Ostrelle', 'S2,2026-03-03,Orle,River guard,4,A visit'],
}

const mapping = (source) => `source = ${source}
key = Ref
date = Date
place = Village
latitude = "47.3"
longitude = "12.9"
kind = "one-sided"
attacker = Who
target = "Civilians"
deaths = Dead
`

async function twoTables(into) {
    const commands = []
    for (const [source, rows] of Object.entries(TABLES)) {
        await writeFile(join(into, `${source}.csv`), ['Ref,Date,Village,Who,Dead,source', ...rows].join('\n') + '\n')
        await writeFile(join(into, `${source}.mapping`), mapping(source))
        commands.push(['import', join(into, `${source}.csv`), '--mapping', join(into, `${source}.mapping`), '--exercise'])
    }
    return commands
}

async function lighten(file) {
    try {
        await promisify(execFile)(process.env.VIGIE_PNGQUANT ?? 'pngquant', ['--force', '--ext', '.png', '--skip-if-larger', '64', file])
    } catch (error) {
        if (error.code !== 'ENOENT' && error.code !== 98) throw error
    }
}

/** Takes each page in each look; a page that does not answer with 200 ends it. */
async function shoot(browser, url, pages) {
    for (const look of LOOKS) {
        const page = await browser.newPage({ viewport: { width: look.width, height: 900 }, colorScheme: look.scheme, locale: 'en-GB', timezoneId: 'UTC' })
        for (const [name, path] of Object.entries(pages)) {
            if (!name.includes(only)) continue
            // A handover is given and signed under a name.
            if (name.startsWith('handover')) await page.context().addCookies([{ name: 'vigie-officer', value: 'OPERATIONS_CENTRE.Night%20officer', url }])
            const answer = await page.goto(`${url}${path}&lang=${look.lang}`)
            if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`)
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
            if (wide > 0) console.log(`${name} ${look.name}: ${wide} px too wide`)
            const file = join(folder, `${name}-${look.name}.png`)
            await page.screenshot({ path: file, fullPage: true })
            await lighten(file)
        }
        await page.close()
    }
}

/** Pages whose address only the ledger knows: followed from the first link that leads to one. */
async function found(browser, url) {
    const page = await browser.newPage()
    const at = 'exercise=1&known=2020-02-14T09:00'
    const first = async (path, to) => {
        await page.goto(url + path)
        return new URL(await page.locator(`main a[href*="${to}"]`).first().getAttribute('href'), url).pathname
    }
    const alert = await first('/lite/watch?exercise=1&known=2020-02-14T05:30', '/lite/alerts/')
    const report = await first(`${alert}?${at}`, '/lite/reports/')
    const incident = await first('/lite?exercise=1&from=2022-03-01&to=2022-04-01', '/lite/incidents/')
    const entry = await first(`${alert}?exercise=1`, '/lite/entries/')
    await page.close()
    return {
        alert: `${alert}?${at}`,
        'who-can-go': `${alert}/reach?${at}`,
        cap: `${alert}/cap?exercise=1`,
        'cap-outside': `${alert}/cap?exercise=1&tier=partner`,
        report: `${report}?${at}`,
        incident: `${incident}?exercise=1`,
        entry: `${entry}?exercise=1`,
        casualties: `/lite/casualties?exercise=1&alert=${alert.split('/').pop()}`,
    }
}

/** A watch of the exercise, handed over and not signed yet, with a note, and words in both reports. */
async function watchkeeping(browser, url, alert) {
    const officer = async (name) => {
        const context = await browser.newContext()
        await context.addCookies([{ name: 'vigie-officer', value: `OPERATIONS_CENTRE.${encodeURIComponent(name)}`, url }])
        return context.newPage()
    }
    const page = await officer('Day officer')
    const id = alert.split('/').pop()
    const send = () => Promise.all([page.waitForEvent('load'), page.locator('main form:visible button.do').first().click()])
    await page.goto(`${url}/lite/log?exercise=1&lang=en&about=${id}`)
    await page.click('#note summary')
    await page.fill('#note-watch-note', 'the post at the ford answers on the second radio only')
    await send()
    await page.goto(`${url}/lite/handover?exercise=1&lang=en`)
    await page.fill('#give-handover-words', 'Ask the post at the ford again at six. Nothing else is promised to anybody.')
    await page.locator('input[name^="n-"]').first().check()
    await page.fill('#give-handover-to', 'Night officer')
    await send()
    const given = new URL(page.url()).pathname
    for (const [path, part, words] of [
        ['/lite/sitrep?exercise=1&day=2020-02-14&lang=en', 'highlights', 'An attack on Ogossagou before dawn. Two warnings the evening before.'],
        [`/lite/flash?exercise=1&alert=${id}&lang=en`, 'comment', 'Nobody could be there in time.'],
    ]) {
        await page.goto(url + path)
        await page.click(`#${part} summary`)
        await page.fill(`#${part}-duty-text`, words)
        await send()
    }
    await page.context().close()
    return {
        log: `/lite/log?exercise=1&about=${id}`,
        'log-night': '/lite/log?exercise=1&known=2020-02-14T09:00',
        'handover-give': '/lite/handover?exercise=1',
        'handover-sheet': `${given}?exercise=1`,
        'watch-handover': '/lite/watch?exercise=1',
        sitrep: '/lite/sitrep?exercise=1&day=2020-02-14',
        flash: `/lite/flash?exercise=1&alert=${id}`,
    }
}

/** Two threat files of the exercise, opened and judged as a person does: one from an alert, one long ago and never judged. */
async function threats(browser, url, alert) {
    const page = await browser.newPage()
    const open = async (from, fields) => {
        await page.goto(`${url}/lite/threats/new?exercise=1&lang=en${from}`)
        for (const [name, text] of Object.entries(fields)) await page.fill(`#f-${name}`, text)
        await page.click('button.do')
        if (!/threats.[0-9a-f-]{36}/.test(page.url())) {
            await page.check('input[name=place][value=none]')
            await page.click('button.do')
        }
        return new URL(page.url()).pathname
    }
    await open('', { where: 'Ber', threat: 'extortion on the way to the market', risk: 'traders on the road to Ber', 'seen-at': '2024-05-02T08:00' })
    const file = await open(`&alert=${alert.split('/').pop()}`, { risk: 'the Peulh part of the village' })
    const judged = { likelihood: 'very-likely', impact: 'critical', alleged: 'militia', capability: 'strong', tier: 'physical' }
    const others = { 'host-state-capacity': 'some', 'host-state-intent': 'doubtful', 'community-capacity': 'little', 'community-intent': 'willing' }
    for (const [name, code] of Object.entries({ ...judged, ...others })) await page.selectOption(`#assess-${name}`, code)
    await page.fill('#assess-basis', 'three calls of one evening; the post of the army left')
    await page.fill('#assess-motive', 'revenge, and land')
    await page.click('#assess button.do')
    await page.close()
    return {
        threats: '/lite/threats?exercise=1',
        'threats-new': `/lite/threats/new?exercise=1&alert=${alert.split('/').pop()}`,
        'threat-file': `${file}?exercise=1`,
    }
}

await mkdir(folder, { recursive: true })
const tables = await mkdtemp(join(tmpdir(), 'vigie-tables-'))
const browser = await openBrowser()
try {
    const [first, second] = ['ogossagou-2020-02', 'moura-2022-03'].map((name) => ['play', `missions/mali/chronologies/${name}`])
    // Nobody listens at that port: the log of letters shows what failed.
    const mail = [
        ['mail', 'set', '--host', '127.0.0.1', '--port', '9', '--plain-loopback', '--from', 'vigie@mission.example.org'],
        ['mail', 'add', 'duty.officer@mission.example.org', '--exercise', '--by', 'head of operations', '--lang', 'fr'],
    ]
    const mali = await startVigie({ commands: [first, ...mail, second] })
    try {
        const more = await found(browser, mali.url)
        await shoot(browser, mali.url, { ...MALI, ...more, ...(await threats(browser, mali.url, more.alert.split('?')[0])), ...(await watchkeeping(browser, mali.url, more.alert.split('?')[0])) })
    } finally {
        await mali.stop()
    }
    const activities = ['import', join(root, 'exchange/src/test/resources/activities/three-entities.csv'), '--exercise']
    const ostrelle = await startVigie({ mission: 'ostrelle', commands: [...(await twoTables(tables)), activities] })
    try {
        const page = await browser.newPage()
        await page.goto(`${ostrelle.url}/lite/candidates?exercise=1`)
        const incident = new URL(await page.locator('td a[href*="/lite/incidents/"]').first().getAttribute('href'), ostrelle.url)
        await page.close()
        await shoot(browser, ostrelle.url, {
            candidates: '/lite/candidates?exercise=1',
            weighing: incident.pathname + incident.search,
            plan: '/lite/plan?exercise=1',
            'plan-new': '/lite/plan/new?exercise=1',
        })
    } finally {
        await ostrelle.stop()
    }
} finally {
    await browser.close()
    await rm(tables, { recursive: true, force: true })
}
