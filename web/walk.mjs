// The three minutes from a warning call to the proof, as numbered pictures in docs/images. How to run: docs/walk.md.

import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openBrowser, root, startVigie } from './tests/vigie.mjs'
import { closeAlert, fillOrderFromOption, fillReport, follow, openAlert, recordSteps, TARN_FORD_CALL } from './tests/watch.mjs'

const images = join(root, 'docs/images')
const folder = join(images, 'walk')
const chronologies = ['ogossagou-2020-02', 'moura-2022-03'].map((name) => `missions/mali/chronologies/${name}`)

const squeeze = process.env.VIGIE_PNGQUANT ?? 'pngquant'

/** Makes a picture smaller where pngquant is installed; without it the picture stays as it is. */
async function lighten(file) {
    try {
        await promisify(execFile)(squeeze, ['--force', '--ext', '.png', '--skip-if-larger', '64', file])
    } catch (error) {
        if (error.code !== 'ENOENT' && error.code !== 98) throw error
    }
}

async function shoot(page, file, target) {
    if (target) await target.first().evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await page.screenshot({ path: file })
    await lighten(file)
    console.log(file.slice(root.length))
}

const pictureOf = (page) => (name, target) => shoot(page, join(folder, `${name}.png`), target)

/** From the call to the outcome, today, in the invented country. */
async function tonight(page, url) {
    const picture = pictureOf(page)
    const form = await fillReport(page, url, TARN_FORD_CALL)
    await picture('01-the-warning-call', page.locator('main'))
    await openAlert(page, form, TARN_FORD_CALL)
    await picture('02-alert-opened')
    const alert = page.url()
    await follow(page, page.locator('main a[href*="/reach"]'))
    const asked = page.url()
    const options = withQuery(asked, 'flight=granted')
    await page.goto(options)
    await picture('03-who-can-go')
    await page.goto(withQuery(asked, 'flight=refused'))
    await picture('04-clearance-refused')
    await page.goto(options)
    const order = await fillOrderFromOption(page)
    await picture('05-order', page.locator('details:has(input[name="act"][value="order"])'))
    await order.send()
    await page.goto(alert)
    await recordSteps(page)
    await page.goto(alert)
    await picture('06-steps')
    await closeAlert(page)
}

const withQuery = (url, query) => `${url}${url.includes('?') ? '&' : '?'}${query}`

/** Back in time, the figures, and the proof: what happened in Mali. */
async function lookBack(page, url) {
    const picture = pictureOf(page)
    await page.goto(`${url}/lite/watch?exercise=1&known=2020-02-14T05:30`)
    await follow(page, page.locator('main a[href^="/lite/alerts/"]', { hasText: 'Ogossagou' }))
    await picture('07-what-was-known-then')
    await page.goto(`${url}/lite?exercise=1&from=2022-03-01&to=2022-04-30`)
    await follow(page, page.locator('#rows a[href^="/lite/incidents/"]'))
    await picture('08-three-figures-side-by-side', page.locator('h2', { hasText: 'Figures side by side' }))
    await page.goto(`${url}/lite/response?exercise=1`)
    await picture('09-response-figures')
    await follow(page, page.locator('a[href*="measure=warnings-answered"]').first())
    await picture('10-the-rows-behind-a-figure')
    await page.goto(`${url}/lite/verify?exercise=1`)
    await picture('11-verify')
    await page.goto(`${url}/lite?exercise=1`)
    await shoot(page, join(images, 'picture-mali.png'))
}

/** Starts Vigie with `settings`, takes `steps` on a wide screen, and ends it. */
async function visit(browser, settings, steps) {
    const vigie = await startVigie(settings)
    try {
        const page = await browser.newPage({
            viewport: { width: 1440, height: 900 },
            colorScheme: 'light',
            locale: 'en-GB',
            timezoneId: 'UTC',
        })
        await steps(page, vigie.url)
        await page.close()
    } finally {
        await vigie.stop()
    }
}

await mkdir(folder, { recursive: true })
const browser = await openBrowser()
try {
    await visit(browser, { mission: 'ostrelle' }, tonight)
    await visit(browser, { commands: chronologies.map((chronology) => ['play', chronology]) }, lookBack)
} finally {
    await browser.close()
}
