// The pages as a watch officer meets them: the numbers, the chain of a night, the clock, the looks.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openBrowser, root, startVigie } from './vigie.mjs'
import { closeAlert, fillOrder, fillOrderFromOption, fillReport, follow, openAlert, recordSteps, TARN_FORD_CALL } from './watch.mjs'

const PAGE_BYTES_MAX = 30 * 1024
const OGOSSAGOU = 'missions/mali/chronologies/ogossagou-2020-02'

let browser

before(async () => (browser = await openBrowser()))
after(async () => browser?.close())

describe('a picture of imported incidents', () => {
    let vigie

    before(async () => {
        const file = join(resolve(root, process.env.VIGIE_TEST_DATA ?? '../shared/data'), 'ucdp/ged231_central_african_republic.csv')
        assert.ok(existsSync(file), `${file} is absent: set VIGIE_TEST_DATA to the folder that holds ucdp/`)
        vigie = await startVigie({
            mission: 'central-african-republic',
            commands: [['import', file], ['count', '--by', 'year', '--json']],
        })
    })
    after(async () => vigie?.stop())

    test('shows for every year the numbers of the command line', async () => {
        const count = JSON.parse(vigie.said[1])
        const page = await browser.newPage()
        await page.goto(`${vigie.url}/lite/counts?by=year&lang=en`)
        const shown = await page.locator('table.counts tbody tr').evaluateAll((rows) =>
            rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
        )
        const told = count.rows.map((row) => [row.key, number(row.events), sums(row), civilians(row)])
        assert.deepEqual(shown, told)
        assert.ok(told.length > 10, `${told.length} years`)
    })

    test('shows the totals of the file', async () => {
        const page = await browser.newPage()
        await page.goto(`${vigie.url}/lite?by=year&lang=en`)
        const total = await page.locator('table.counts tfoot tr').evaluate((row) => [...row.cells].map((cell) => cell.textContent.trim()))
        assert.deepEqual(total, ['total', '1,848', '14,948 (13,721–17,760)', '8,931'])
        const says = await page.locator('p.says').innerText()
        assert.match(says, /\b1,?848 shown · 0 without a place · 29 vague/)
    })
})

const number = (value) => value.toLocaleString('en-US')
const sums = (row) => (row.low === row.best && row.best === row.high
    ? number(row.best)
    : `${number(row.best)} (${number(row.low)}–${number(row.high)})`)
const civilians = (row) => number(row.civilians)

describe('an exercise', () => {
    let vigie

    before(async () => (vigie = await startVigie({ commands: [['play', OGOSSAGOU]] })))
    after(async () => vigie?.stop())

    test('goes from the call to the outcome by keyboard, without a script', async () => {
        const context = await browser.newContext({ javaScriptEnabled: false })
        const page = await context.newPage()
        const before = await measure(page, 'warnings-received')
        const answered = await measure(page, 'warnings-answered')
        await openAlert(page, await fillReport(page, vigie.url))
        const alert = page.url()
        await follow(page, page.locator('main a[href*="/reach"]'))
        assert.match(await page.locator('main').innerText(), /Who cannot go, and why/)
        await page.goto(alert)
        await (await fillOrder(page)).send()
        assert.match(await page.locator('main').innerText(), /ordered by Force Commander/)
        await recordSteps(page)
        await closeAlert(page)
        assert.match(await page.locator('main').innerText(), /Closed\s+protected/)
        assert.equal(await measure(page, 'warnings-received'), before + 1)
        assert.equal(await measure(page, 'warnings-answered'), answered + 1)
        await follow(page, page.locator('a[href*="measure=warnings-answered"]').first())
        assert.match(await page.locator('main').innerText(), /Armed men on motorcycles gather/)
        await context.close()
    })

    async function measure(page, name) {
        await page.goto(`${vigie.url}/lite/response?exercise=1&lang=en`)
        const link = page.locator(`a[href*="measure=${name}"]`)
        return (await link.count()) === 0 ? 0 : Number(await link.first().innerText())
    }

    test('shows at a moment of the past nothing that was learnt later', async () => {
        const page = await browser.newPage()
        const then = 'exercise=1&lang=en&known=2020-02-14T05:30'
        await page.goto(`${vigie.url}/lite/watch?${then}`)
        await follow(page, page.locator('main a[href^="/lite/alerts/"]', { hasText: 'Ogossagou' }))
        const limit = '2020-02-14T05:30Z'
        for (const moment of await page.locator('main time').evaluateAll((all) => all.slice().map((one) => one.dateTime))) {
            const due = await page.locator(`main td:nth-child(2) time[datetime="${moment}"]`).count()
            assert.ok(due > 0 || moment <= limit, `${moment} is later than ${limit}`)
        }
        assert.doesNotMatch(await page.locator('main').innerText(), /not protected/)
        await page.goto(`${vigie.url}/lite?${then}&from=2020-02-13&to=2020-02-15`)
        assert.doesNotMatch(await page.locator('main').innerText(), /Ogossagou.*\b(3[0-9]|2[0-9]) dead/)
        const incidents = await page.locator('#rows tbody tr', { hasText: 'Ogossagou' }).count()
        assert.equal(incidents, 0, 'the attack was learnt of after this moment')
        await page.goto(`${vigie.url}/lite?exercise=1&lang=en&from=2020-02-13&to=2020-02-15`)
        assert.ok((await page.locator('#rows tbody tr', { hasText: 'Ogossagou' }).count()) > 0)
    })

    test('asks at first for what protects people, and lets the officer choose', async () => {
        const page = await browser.newPage()
        await openOgossagou(page, 'en')
        const reach = new URL(page.url()).pathname + '/reach'
        await page.goto(`${vigie.url}${reach}?exercise=1&lang=en&known=2020-02-13T20:00`)
        const ticked = () => page.locator('.needs input:checked').evaluateAll((all) => all.map((box) => box.name))
        assert.deepEqual(await ticked(), ['need-infantry', 'need-medical'])
        assert.doesNotMatch(await page.locator('main table.rows').first().innerText(), /Heron/)
        await page.locator('input[name="need-infantry"]').uncheck()
        await page.locator('input[name="need-medical"]').uncheck()
        await page.locator('main form button.do').click()
        assert.deepEqual(await ticked(), [])
        assert.match(await page.locator('main table.rows').first().innerText(), /Heron/)
    })

    test('says in French why somebody cannot go, and what an arrival rests on', async () => {
        const page = await browser.newPage()
        await openOgossagou(page, 'fr')
        await page.goto(`${vigie.url}${new URL(page.url()).pathname}/reach?exercise=1&lang=fr&known=2020-02-13T20:00&flight=refused&need-infantry=on&need-medical=on`)
        const main = page.locator('main')
        for (const summary of await main.locator('table.rows summary').all()) await summary.click()
        const said = await main.innerText()
        assert.match(said, /préavis de 1 h à 4 h/)
        assert.match(said, /les facteurs varient indépendamment/)
        assert.match(said, /autorisation de vol de l’État hôte : refusée/)
        assert.match(said, /Un refus d’autorisation de vol coûte 30 min au mieux et 8 h au pire : Senegalese battalion/)
        assert.equal(await main.locator('[lang=en]').count(), 0)
        assert.doesNotMatch(said, /assumed|straight line|notice to move|clearance/)
    })

    test('prints figures and names as their sources have them', async () => {
        const page = await browser.newPage()
        await openOgossagou(page, 'en')
        const alert = page.url()
        const told = await page.locator('main').innerText()
        assert.doesNotMatch(told, /basis=|too-late|\[[a-z0-9-]+-20\d\d|ordered by not stated|sen-bat-mopti/)
        assert.match(told, /Senegalese battalion, Mopti-Sévaré/)
        await page.goto(alert)
        await follow(page, page.locator('main a[href^="/lite/incidents/"]'))
        const claims = await page.locator('main table').nth(1).innerText()
        assert.match(claims, /killed\s+31\s+civilians/)
        assert.match(claims, /at least 35/)
        assert.doesNotMatch(claims, /about \d|\[/)
        assert.match(claims, /Human Rights Watch: Mali/)
    })

    async function openOgossagou(page, language) {
        await page.goto(`${vigie.url}/lite/watch?exercise=1&lang=${language}`)
        await follow(page, page.locator('main a[href^="/lite/alerts/"]', { hasText: /Ogossagou: The mission/ }))
    }

    test('says in French which field of an address cannot be read', async () => {
        const page = await browser.newPage()
        await page.goto(`${vigie.url}/lite?exercise=1&lang=fr&from=2020-99`)
        assert.match(await page.locator('main').innerText(), /« Du » doit être un jour tel que 2020-02-14, des années 1900 à 9999 ; la valeur était "2020-99"/)
    })

    test('shows every cell of a wide table on a telephone, without scrolling sideways', async () => {
        const page = await browser.newPage({ viewport: { width: 390, height: 900 } })
        await openOgossagou(page, 'en')
        await follow(page, page.locator('main a[href^="/lite/incidents/"]'))
        const claims = page.locator('main table').nth(1)
        const right = await claims
            .locator('tbody td')
            .evaluateAll((cells) => Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)))
        assert.ok(right > 0 && right <= 390, `a cell ends at ${right} pixels`)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the page fits')
    })

    test('shows the first question of a warning on the first screen of a telephone, without a script', async () => {
        const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
        const page = await context.newPage()
        for (const language of ['en', 'fr']) {
            await page.goto(`${vigie.url}/lite/report?exercise=1&lang=${language}`)
            const heading = await page.locator('h1').boundingBox()
            assert.ok(heading.y < 220, `the heading stands at ${heading.y}`)
            const where = await page.locator('[name="where"]').boundingBox()
            assert.ok(where.y + where.height < 844, `the first question ends at ${where.y + where.height}`)
            assert.ok(await page.locator('nav [aria-current]').isVisible())
            assert.equal(await page.locator('input[name="known"]').isVisible(), false)
            await page.locator('.ck summary').click()
            assert.ok(await page.locator('input[name="known"]').isVisible())
        }
        await page.setViewportSize({ width: 1440, height: 844 })
        await page.goto(`${vigie.url}/lite/report?exercise=1&lang=en`)
        assert.ok(await page.locator('input[name="known"]').isVisible(), 'on a wide screen the clocks are open')
        await context.close()
    })

    test('finds an actor without accents, and shows who was reported to join it only from then on', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false })
        const relations = async (known) => {
            await page.goto(`${vigie.url}/lite/actors?exercise=1&lang=fr&known=${known}&q=groupe+de+soutien+a+l`)
            await follow(page, page.locator('main td a[href^="/lite/actors/jnim"]'))
            return page.locator('main').innerText()
        }
        assert.doesNotMatch(await relations('2023-09-29'), /coopérerait avec/)
        const after = await relations('2023-10-01')
        assert.match(after, /Coordination of Azawad Movements coopérerait avec/)
        assert.match(after, /confiance faible/)
        assert.match(after, /agissait à part de/)
        await page.close()
    })

    test('has a ledger that verifies', async () => {
        const page = await browser.newPage()
        await page.goto(`${vigie.url}/lite/verify?exercise=1&lang=en`)
        assert.match(await page.locator('main').innerText(), /Whole: [\d,]+ entries fit [\d,]+ signed checkpoints?\./)
    })

    for (const language of ['en', 'fr']) {
        for (const width of [390, 1440]) {
            test(`fits ${width} pixels, is small and asks nobody else, in ${language}`, async () => {
                const page = await browser.newPage({ viewport: { width, height: 900 } })
                const elsewhere = []
                page.on('request', (request) => {
                    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(`${vigie.url}/`)) elsewhere.push(request.url())
                })
                for (const path of await pages(page)) {
                    const answer = await page.goto(address(path, language))
                    assert.equal(answer.status(), 200, path)
                    const bytes = (await answer.body()).length
                    assert.ok(bytes <= PAGE_BYTES_MAX, `${path} has ${bytes} bytes`)
                    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
                    assert.ok(wider <= 0, `${path} is ${wider} pixels too wide`)
                }
                assert.deepEqual(elsewhere, [])
                await page.close()
            })
        }
        for (const colorScheme of ['light', 'dark']) {
            test(`can be used by everybody: ${language}, ${colorScheme}`, async () => {
                const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
                const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 1440, height: 900 } })
                const page = await context.newPage()
                for (const path of await pages(page)) {
                    await page.goto(address(path, language))
                    await page.evaluate(axe)
                    const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }))
                    const grave = found.violations
                        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                        .map((one) => `${path}: ${one.id}: ${one.nodes[0].html.slice(0, 160)}`)
                    assert.deepEqual(grave, [])
                }
                await context.close()
            })
        }
    }

    const address = (path, language) => `${vigie.url}${path}${path.includes('?') ? '&' : '?'}exercise=1&lang=${language}`

    /** Every kind of page, with one alert, report, incident and entry each. */
    async function pages(page) {
        const first = async (from, link) => {
            await page.goto(`${vigie.url}${from}`)
            return new URL(await page.locator(link).first().evaluate((element) => element.href)).pathname
        }
        const alert = await first('/lite/watch?exercise=1', 'main a[href^="/lite/alerts/"]')
        const report = await first(`${alert}?exercise=1`, 'main a[href^="/lite/reports/"]')
        const entry = await first(`${alert}?exercise=1`, 'main a[href^="/lite/entries/"]')
        const incident = await first('/lite?exercise=1', '#rows a[href^="/lite/incidents/"]')
        const named = ['counts?by=year', 'watch', 'report', 'response', 'response/rows?measure=warnings-received']
        const registers = ['registers', 'actors', 'actors/jnim', 'actors/wagner', 'mandate', 'strength', 'accords', 'accords/apr-2015', 'surveys', 'sources', 'sources/nrc-2022'].map((name) => `/lite/${name}`)
        const others = ['imports', 'verify', 'help', 'officer'].map((name) => `/lite/${name}`)
        return ['/lite', ...named.map((name) => `/lite/${name}`), ...registers, ...others, alert, `${alert}/reach`, report, entry, incident]
    }
})

describe('a night of today in the invented country', () => {
    let vigie

    before(async () => (vigie = await startVigie({ mission: 'ostrelle' })))
    after(async () => vigie?.stop())

    test('turns an option into an order', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false })
        await openAlert(page, await fillReport(page, vigie.url, TARN_FORD_CALL), TARN_FORD_CALL)
        await follow(page, page.locator('main a[href*="/reach"]'))
        const chosen = await page.locator('table.rows tbody tr td:nth-child(2)').first().innerText()
        const order = await fillOrderFromOption(page)
        await order.send()
        const said = await page.locator('main').innerText()
        assert.match(said, /ordered by Force Commander/)
        assert.match(said, new RegExp(chosen.split(' (')[0].trim()))
        await page.close()
    })
})
