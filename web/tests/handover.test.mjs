// Two officers with a browser each: one gives the watch over, the other signs, the first sees it.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser, startVigie } from './vigie.mjs'

let vigie
let browser

before(async () => {
    vigie = await startVigie({ mission: 'ostrelle' })
    browser = await openBrowser()
})

after(async () => {
    await browser?.close()
    await vigie?.stop()
})

/** A browser of one officer, which remembers who it is. */
async function officer(name) {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' })
    await context.addCookies([{ name: 'vigie-officer', value: `OPERATIONS_CENTRE.${name}`, url: vigie.url }])
    return context.newPage()
}

const at = (path) => `${vigie.url}${path}?exercise=1&lang=en`
const text = (page) => page.locator('main').innerText()

async function send(page, button) {
    await Promise.all([page.waitForEvent('load'), button.click()])
}

test('one officer gives the watch over, another signs, and the first sees it', async () => {
    const early = await officer('Early')
    const late = await officer('Late')
    await early.goto(at('/lite/report'))
    await early.fill('#f-where', 'Tarn Ford')
    await early.fill('#f-threat', 'armed men on the road')
    await early.fill('#f-risk', 'traders at Tarn Ford')
    for (const select of await early.locator('main form select').all()) {
        const name = await select.getAttribute('name')
        await select.selectOption(name === 'severity' ? 'high' : { index: 1 })
    }
    await early.check('input[name=back][value=no]')
    await send(early, early.locator('main button.do'))
    if (!/reports.[0-9a-f-]{36}/.test(early.url())) {
        await early.check('input[name=place][value=none]')
        await send(early, early.locator('main button.do'))
    }
    const report = early.url()
    await send(early, early.locator('button[value=take]'))

    await early.goto(at('/lite/log'))
    await early.click('#note summary')
    await early.fill('#note-watch-note', 'the ford is up since dusk')
    await send(early, early.locator('#note button.do'))
    assert.match(await text(early), /the ford is up since dusk/)

    await early.goto(at('/lite/handover'))
    assert.match(await text(early), /1 report that waits/)
    await early.fill('#give-handover-words', 'ask the post at the ford again at six')
    await early.check('input[name^="n-"]')
    await early.fill('#give-handover-to', 'Late')
    await send(early, early.locator('main button.do'))
    const paper = early.url()
    assert.match(await text(early), /both officers are on watch/)
    assert.match(await text(early), /another one does/)

    await late.goto(at('/lite/watch'))
    assert.match(await text(late), /Until then both are on watch/)
    await send(late, late.getByRole('link', { name: 'Read and sign' }))
    assert.match(await text(late), /ask the post at the ford again at six/)
    assert.match(await text(late), /the ford is up since dusk/)
    await send(late, late.getByRole('button', { name: 'Take the watch over as Late' }))
    assert.match(await text(late), /1 thing is the signer’s now/)

    await early.goto(paper)
    assert.match(await text(early), /signed by Late/)
    assert.doesNotMatch(await text(early), /both officers are on watch/)
    await early.goto(report)
    assert.match(await text(early), /taken by Late, handed over by Early/)
})
