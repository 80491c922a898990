// The three minutes from a warning call to the proof, as numbered pictures in docs/images. How to run: docs/walk.md.

import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openBrowser, root, startVigie } from './tests/vigie.mjs'
import { closeAlert, fillOrder, fillReport, follow, openAlert, recordSteps } from './tests/watch.mjs'

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

async function walk(page, url) {
    const picture = (name, target) => shoot(page, join(folder, `${name}.png`), target)

    const form = await fillReport(page, url)
    await picture('01-the-warning-call', page.locator('main'))
    await openAlert(page, form)
    await picture('02-alert-opened')
    const alert = page.url()
    const night = 'exercise=1&known=2020-02-13T19:00'
    await page.goto(`${url}/lite/watch?${night}`)
    await follow(page, page.locator('main a[href^="/lite/alerts/"]', { hasText: 'Ogossagou' }))
    await follow(page, page.locator('a[href*="/reach"]'))
    await picture('03-who-can-go')
    await page.goto(`${page.url()}&flight=refused`)
    await picture('04-clearance-refused')
    await page.goto(alert)
    const order = await fillOrder(page)
    await picture('05-order', page.locator('details:has(input[name="act"][value="order"])'))
    await order.send()
    await page.goto(alert)
    await recordSteps(page)
    await page.goto(alert)
    await picture('06-steps')
    await closeAlert(page)
    await page.goto(`${url}/lite/watch?exercise=1&known=2020-02-14T05:30`)
    await follow(page, page.locator('main a[href^="/lite/alerts/"]', { hasText: 'Ogossagou' }))
    await picture('07-what-was-known-then')
    await page.goto(`${url}/lite?exercise=1&from=2022-03-01&to=2022-04-30`)
    await follow(page, page.locator('#rows a[href^="/lite/incidents/"]'))
    await picture('08-three-figures-side-by-side', page.locator('h2', { hasText: 'Figures side by side' }))
    await page.goto(`${url}/lite/response?exercise=1`)
    await picture('09-response-figures')
    await follow(page, page.locator('a[href*="measure=warnings-answered"]'))
    await picture('10-the-rows-behind-a-figure')
    await page.goto(`${url}/lite/verify?exercise=1`)
    await picture('11-verify')
}

await mkdir(folder, { recursive: true })
const vigie = await startVigie({ commands: chronologies.map((chronology) => ['play', chronology]) })
const browser = await openBrowser()
try {
    const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        colorScheme: 'light',
        locale: 'en-GB',
        timezoneId: 'UTC',
    })
    await walk(page, vigie.url)
    await page.goto(`${vigie.url}/lite?exercise=1`)
    await shoot(page, join(images, 'picture-mali.png'))
} finally {
    await browser.close()
    await vigie.stop()
}
