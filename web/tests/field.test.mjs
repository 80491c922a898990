// The form of a warning on a telephone whose network goes and comes back: nothing is lost, nothing arrives twice.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openBrowser, startVigie } from './vigie.mjs'

const LANE = ['lane', 'open', 'web-tarn', '--kind', 'form', '--region', 'Tarn', '--by', 'wo', '--json']

let browser
let vigie
let link

before(async () => {
    browser = await openBrowser()
    vigie = await startVigie({ mission: 'ostrelle', commands: [LANE] })
    link = vigie.url + JSON.parse(vigie.said[0]).form
})
after(async () => {
    await vigie?.stop()
    await browser?.close()
})

/** A telephone, with the form open in French and kept for when there is no network. */
async function telephone() {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    await page.goto(link)
    await page.evaluate(() => navigator.serviceWorker.ready)
    return { context, page }
}

/** The network as the telephone has it: the worker of the form loses it too. */
async function network(context, there) {
    await context.setOffline(!there)
}

async function warn(page, threat) {
    await page.getByLabel('Que craint-on ?').fill(threat)
    await page.getByLabel('Quelle gravité ?').selectOption('high')
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
}

const waiting = async (threat) => {
    const page = await (await fetch(`${vigie.url}/lite/watch?lang=en`)).text()
    return page.split(threat).length - 1
}

/** Waits until it has, by whoever sends first: the page, or the browser by itself. */
async function arrived(threat) {
    for (let tries = 0; tries < 100 && (await waiting(threat)) === 0; tries++) await new Promise((done) => setTimeout(done, 200))
    assert.equal(await waiting(threat), 1)
}

describe('the form of a warning', () => {
    test('arrives at once where there is a network, and leaves nothing behind', async () => {
        const { context, page } = await telephone()
        assert.equal(new URL(page.url()).hash, '', 'the key is out of the address')
        await warn(page, 'motos vers le pont')
        await page.getByText('C’est arrivé').waitFor()
        assert.equal(await waiting('motos vers le pont'), 1)
        assert.equal(await page.evaluate(() => outbox.all().then((all) => all.length)), 0)
        await context.close()
    })

    test('opens without a network, keeps what is written, and delivers it once it is back, though it was closed', async () => {
        const { context, page } = await telephone()
        await network(context, false)
        await page.reload()
        await warn(page, 'des tirs au nord')
        await page.locator('#said-kept').waitFor()
        await page.locator('#count', { hasText: '1' }).waitFor()
        await page.close()
        assert.equal(await waiting('des tirs au nord'), 0)
        await network(context, true)
        const again = await context.newPage()
        await again.goto(link.split('#')[0])
        await arrived('des tirs au nord')
        await again.reload()
        await again.evaluate(() => outbox.deliver())
        assert.equal(await waiting('des tirs au nord'), 1)
        await context.close()
    })

    test('is sent by the browser itself once there is a network, with no page of it open', async () => {
        const { context, page } = await telephone()
        const browserSession = await context.newCDPSession(page)
        await browserSession.send('ServiceWorker.enable')
        await network(context, false)
        await warn(page, 'pont coupé')
        await page.locator('#said-kept').waitFor()
        const tags = await page.evaluate(async () => (await navigator.serviceWorker.ready).sync.getTags())
        assert.deepEqual(tags, ['outbox'])
        assert.equal(await waiting('pont coupé'), 0)
        // Without a page Chromium may no longer keep the network from the worker: it may send now.
        await page.goto('about:blank')
        await network(context, true)
        await arrived('pont coupé')
        await context.close()
    })

    test('of two tabs that deliver at once the warning arrives once', async () => {
        const { context, page } = await telephone()
        await network(context, false)
        await warn(page, 'le marché brûle')
        await page.locator('#said-kept').waitFor()
        const other = await context.newPage()
        await other.goto(link.split('#')[0])
        await network(context, true)
        await Promise.all([page, other].map((tab) => tab.evaluate(() => outbox.deliver())))
        assert.equal(await waiting('le marché brûle'), 1)
        await context.close()
    })

    test('a link without its key keeps what is written and says what to do', async () => {
        const context = await browser.newContext({ locale: 'en-GB' })
        const page = await context.newPage()
        await page.goto(link.split('#')[0])
        await page.getByText('ask for a new one').waitFor()
        await page.getByLabel('What is feared?').fill('armed men')
        await page.getByRole('button', { name: 'Send' }).first().click()
        await page.locator('#count', { hasText: '1' }).waitFor()
        await page.getByRole('button', { name: 'Delete what waits' }).click()
        assert.equal(await page.evaluate(() => outbox.all().then((all) => all.length)), 0)
        assert.equal(await waiting('armed men'), 0)
        await context.close()
    })

    test('what a portal answers to anything is no receipt and no form', async () => {
        const { context, page } = await telephone()
        await context.route('**/intake/web-tarn', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: 'maintenance' }))
        await warn(page, 'colonne de véhicules')
        await page.locator('#count', { hasText: '1' }).waitFor()
        assert.equal(await page.locator('#said-sent').isVisible(), false)
        await context.unroute('**/intake/web-tarn')
        await page.evaluate(() => outbox.deliver())
        await arrived('colonne de véhicules')
        await context.close()
    })

    test('where the browser keeps nothing it is sent at once, or says that it was not', async () => {
        const context = await browser.newContext({ locale: 'fr-FR' })
        const page = await context.newPage()
        await page.addInitScript(() => {
            IDBFactory.prototype.open = () => { throw new Error('no storage') }
        })
        await page.goto(link)
        await page.waitForFunction(() => location.hash === '')
        await warn(page, 'digue rompue')
        await page.getByText('C’est arrivé').waitFor()
        await arrived('digue rompue')
        await network(context, false)
        await warn(page, 'digue rompue encore')
        await page.getByText('C’est encore dans le formulaire').waitFor()
        assert.equal(await page.getByLabel('Que craint-on ?').inputValue(), 'digue rompue encore')
        await context.close()
    })

    test('deleted while it is on its way, it is neither sent again nor kept again', async () => {
        const { context, page } = await telephone()
        const held = []
        await context.route('**/intake/web-tarn', (route) => void held.push(route))
        await warn(page, 'gué fermé')
        await page.locator('#count', { hasText: '1' }).waitFor()
        while (held.length === 0) await new Promise((done) => setTimeout(done, 50))
        await page.getByRole('button', { name: 'Effacer ce qui attend' }).click()
        await page.locator('#said-wiped').waitFor()
        // The page has let go of it: an answer that says no writes nothing any more.
        for (const route of held) await route.fulfill({ status: 400, contentType: 'text/plain', body: 'no' }).catch(() => {})
        await context.unroute('**/intake/web-tarn')
        await page.evaluate(() => outbox.deliver())
        assert.equal(await page.evaluate(() => outbox.all().then((all) => all.length)), 0)
        assert.equal(await page.locator('#said-refused').isVisible(), false)
        assert.equal(await waiting('gué fermé'), 0)
        await context.close()
    })

    test('one that was refused before hides neither that a new one arrived nor that it was refused', async () => {
        const { context, page } = await telephone()
        await context.route('**/intake/web-tarn', (route) => route.fulfill({ status: 400, contentType: 'text/plain', body: 'text must be shorter' }))
        await warn(page, 'trop long')
        await page.locator('#said-refused', { hasText: 'text must be shorter' }).waitFor()
        await context.unroute('**/intake/web-tarn')
        await warn(page, 'le pont tient')
        await page.getByText('C’est arrivé').waitFor()
        await arrived('le pont tient')
        assert.equal(await waiting('trop long'), 0)
        // The refused one stays, counted, with its reason, until somebody deletes it.
        assert.equal(await page.locator('#count').textContent(), '1')
        await page.reload()
        await page.locator('#said-refused', { hasText: 'text must be shorter' }).waitFor()
        await context.close()
    })

    test('forgotten, nothing of it is left in the browser', async () => {
        const { context, page } = await telephone()
        await page.getByRole('button', { name: 'Oublier ce formulaire' }).click()
        await page.locator('#said-forgotten').waitFor()
        const left = await page.evaluate(async () => [
            (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length,
            await outbox.keyOf(document.getElementById('form').dataset.lane),
        ])
        assert.deepEqual(left, [0, 0, undefined])
        await context.close()
    })

    test('is never wider than a telephone, in both languages', async () => {
        const { context, page } = await telephone()
        for (const language of ['Français', 'English']) {
            await page.getByRole('button', { name: language }).click()
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
            assert.equal(wide, 0, language)
        }
        await context.close()
    })
})
