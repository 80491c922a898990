// A file and pasted cells on their way into the ledger, as a watch officer meets them: no script, and the keyboard wherever a
// browser allows it (only the choice of a file needs the browser's own window).

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openBrowser, root, startVigie } from './vigie.mjs'
import { follow, formOf } from './watch.mjs'

const PAGE_BYTES_MAX = 30 * 1024
const CELLS = [
    ['Réf', 'Date incident', 'Village', 'Type', 'Morts'],
    ['A1', '14/02/2020', 'Évêché', 'Raid', '8'],
    ['A2', '31/02/2020', 'Lira', 'Raid', '2'],
].map((row) => row.join('\t')).join('\n')

const data = (name) => {
    const file = join(resolve(root, process.env.VIGIE_TEST_DATA ?? '../shared/data'), name)
    assert.ok(existsSync(file), `${file} is absent: set VIGIE_TEST_DATA to the folder that holds ucdp/`)
    return file
}

let browser
let vigie

before(async () => {
    browser = await openBrowser()
    vigie = await startVigie({ mission: 'central-african-republic' })
})
after(async () => {
    await vigie?.stop()
    await browser?.close()
})

/** A page without scripts on the form of a new import, in the ledger of exercises. */
async function newImport(settings = {}) {
    const context = await browser.newContext({ javaScriptEnabled: false, ...settings })
    const page = await context.newPage()
    await page.goto(`${vigie.url}/lite/imports?exercise=1&lang=en`)
    await follow(page, page.locator('main a[href^="/lite/imports/new"]'))
    return page
}

const main = (page) => page.locator('main').innerText()
const actForm = (page, act) => formOf(page, page.locator(`form:has(input[name="act"][value="${act}"])`))

/** Waits until no page asks for itself again. */
async function settled(page) {
    while ((await page.locator('meta[http-equiv="refresh"]').count()) > 0) await page.waitForEvent('load')
}

const counts = (page) => page.locator('#counts tbody tr').evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim()))))

describe('an import on a page', () => {
    test('looks first, imports these bytes, and is undone', async () => {
        const page = await newImport()
        await page.locator('input[type="file"]').setInputFiles(data('ucdp/ged231_central_african_republic.csv'))
        const form = formOf(page, page.locator('form.form'))
        await form.take('[name="known-at"]:checked')
        await form.send()
        await settled(page)
        assert.match(await main(page), /Nothing was written yet\. It would bring: 1,848 new, 0 changed, 0 retracted\./)
        assert.equal((await counts(page))['Kept as printed, though not low ≤ best ≤ high'], '20')
        await actForm(page, 'import').send()
        await settled(page)
        assert.match(await main(page), /Imported\. It brought: 1,848 new/)

        await page.goto(`${vigie.url}/lite?exercise=1&lang=en`)
        assert.match(await page.locator('p.says').innerText(), /1,848 shown/)
        await page.goto(`${vigie.url}/lite/imports?exercise=1&lang=en`)
        await follow(page, page.locator('main a', { hasText: 'ged231_central_african_republic.csv' }))
        await page.locator('summary', { hasText: 'Undo this import' }).press('Enter')
        await page.locator('#u-why').fill('the wrong ledger')
        await Promise.all([page.waitForEvent('load'), page.locator('main details button').press('Enter')])
        await page.goto(`${vigie.url}/lite?exercise=1&lang=en`)
        assert.match(await page.locator('p.says').innerText(), /\b0 shown/)
        await page.context().close()
    })

    test('warns of what a source overstates', async () => {
        const page = await newImport({ locale: 'fr-FR' })
        await page.goto(`${vigie.url}/lite/imports/new?exercise=1&lang=fr`)
        await page.locator('input[type="file"]').setInputFiles(data('geopko/minusma_geopko_v2.1_locations_by_map_2014-2020.csv'))
        await formOf(page, page.locator('form.form')).send()
        await settled(page)
        assert.match(await main(page), /Attention : Les effectifs sont estimés d’après la taille des unités et dépassent la force réelle\./)
        await page.context().close()
    })

    test('takes pasted cells by a mapping that an officer mends', async () => {
        const page = await newImport()
        await page.locator('[name="pasted"]').fill(CELLS)
        await formOf(page, page.locator('form.form')).send()
        const draft = await page.locator('[name="mapping"]').inputValue()
        assert.match(draft, /^key = Réf$/m)
        const mended = draft.replace('source = my-table', 'source = cellule-nord')
        await page.locator('[name="mapping"]').fill(mended.replace('place = Village', 'place = Dorf'))
        await actForm(page, 'look').send()
        assert.match(await main(page), /mapping, line \d+ must be made of columns/)
        assert.match(await page.locator('pre').innerText(), /place = Dorf/)
        await page.locator('[name="mapping"]').fill(mended)
        await actForm(page, 'look').send()
        const rejected = await page.locator('#rejected tbody tr').evaluateAll((rows) =>
            rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())))
        assert.deepEqual(rejected, [['3', 'Date incident', '31/02/2020', 'must be a day that exists, in the form d/M/yyyy']])
        await actForm(page, 'import').send()
        await settled(page)
        await page.goto(`${vigie.url}/lite?exercise=1&lang=en`)
        assert.match(await page.locator('#rows').innerText(), /Évêché/)
        await page.context().close()
    })

    test('can be used by everybody, in light and dark, on a telephone and a desk', async () => {
        const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
        for (const [lang, colorScheme, width] of [['en', 'light', 1440], ['fr', 'dark', 390]]) {
            const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } })
            const page = await context.newPage()
            for (const act of [looking(lang), drafting(lang)]) {
                await act(page)
                const size = Buffer.byteLength(await page.content())
                assert.ok(size <= PAGE_BYTES_MAX, `${page.url()} has ${size} bytes`)
                const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
                assert.ok(wider <= 0, `${page.url()} is ${wider} pixels too wide`)
                await page.evaluate(axe)
                const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }))
                const grave = found.violations
                    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                    .map((one) => `${page.url()}: ${one.id}: ${one.nodes[0].html.slice(0, 160)}`)
                assert.deepEqual(grave, [])
            }
            await context.close()
        }
    })

    const looking = (lang) => (page) => page.goto(`${vigie.url}/lite/imports/new?exercise=1&lang=${lang}`)
    const drafting = () => async (page) => {
        await page.locator('[name="pasted"]').fill(CELLS)
        await Promise.all([page.waitForEvent('load'), page.locator('form.form button.do').click()])
    }
})
