// Who reaches a server that was just started: this machine, and nobody else.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { after, before, test } from 'node:test'
import { openBrowser, startVigie } from './vigie.mjs'

let vigie
let browser

before(async () => {
    vigie = await startVigie()
    browser = await openBrowser()
})

after(async () => {
    await browser?.close()
    await vigie?.stop()
})

test('a browser on this machine gets an answer', async () => {
    const page = await browser.newPage()
    const answer = await page.goto(vigie.url)
    assert.ok(answer.status() < 500, `status ${answer.status()}`)
})

test('no other address of this machine answers', async () => {
    const outside = Object.values(networkInterfaces())
        .flat()
        .filter((address) => !address.internal && address.family === 'IPv4')
        .map((address) => address.address)
    for (const address of ['::1', ...outside]) {
        assert.equal(await answersOn(address), false, address)
    }
})

async function answersOn(address) {
    const socket = connect(vigie.port, address)
    try {
        await once(socket, 'connect')
        return true
    } catch (refused) {
        assert.match(refused.code, /^(ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH)$/)
        return false
    } finally {
        socket.destroy()
    }
}
