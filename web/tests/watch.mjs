// What a watch officer does, by keyboard alone: no script, no mouse.

const TABS_MAX = 250
const CHOICES_MAX = 40

/** Presses Tab until `target` has the focus, as somebody without a mouse does. */
export async function tabTo(page, target) {
    const wanted = target.first()
    await wanted.waitFor({ state: 'attached' })
    for (let tabs = 0; tabs < TABS_MAX; tabs++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('Tab')
    }
    throw new Error(`${target} cannot be reached with Tab`)
}

/** A form of the page, and the keys with which it is filled in. */
export function formOf(page, form) {
    const field = (name) => form.locator(`[name="${name}"]`)
    return {
        /** Opens a form that is folded away. */
        async unfold() {
            if (await form.locator('xpath=..').evaluate((details) => details.open)) return
            await tabTo(page, form.locator('xpath=../summary'))
            await page.keyboard.press('Enter')
        },
        async write(name, text) {
            await tabTo(page, field(name))
            await page.keyboard.press('ControlOrMeta+A')
            await page.keyboard.type(text)
        },
        async choose(name, value) {
            await tabTo(page, field(name))
            for (let steps = 0; (await field(name).inputValue()) !== value; steps++) {
                if (steps > CHOICES_MAX) throw new Error(`${name} has no choice ${value}`)
                await page.keyboard.press('ArrowDown')
            }
        },
        /** Takes the first of several radio buttons, or ticks a box. */
        async take(selector) {
            await tabTo(page, form.locator(selector))
            await page.keyboard.press('Space')
        },
        async send() {
            await tabTo(page, form.locator('button.do'))
            await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
        },
    }
}

export async function follow(page, link) {
    await tabTo(page, link)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

const formWith = (page, act) => page.locator(`form:has(input[name="act"][value^="${act}"])`)

/** The form of an alert's page whose `act` begins so; of several the last. */
export const actForm = (page, act) => formOf(page, formWith(page, act).last())

/** A call of which everything is invented but the name of the village. */
export const OGOSSAGOU_CALL = {
    where: 'Ogossagou',
    threat: 'Armed men on motorcycles gather at the well since dusk; an attack before dawn is feared',
    risk: 'families in the eastern quarter',
    alleged: 'militia',
    title: 'Ogossagou: armed men gather at the well',
}

/** A call from the invented country, whose force stands there today. */
export const TARN_FORD_CALL = {
    where: 'Tarn Ford',
    threat: 'Armed men gather on the south bank; the gendarmerie left at dusk; an attack before dawn is feared',
    risk: 'about 900 people, half of them displaced',
    alleged: 'unknown',
    title: 'Tarn Ford: armed men on the south bank',
}

/** Fills in the eight questions of a warning, and leaves it unsent. */
export async function fillReport(page, url, call = OGOSSAGOU_CALL) {
    await page.goto(`${url}/lite/report?exercise=1`)
    const form = formOf(page, page.locator('form.form'))
    await form.write('where', call.where)
    await form.write('threat', call.threat)
    await form.write('risk', call.risk)
    await form.choose('alleged', call.alleged)
    await form.choose('severity', 'critical')
    await form.choose('lane', 'phone')
    await form.choose('reliability', 'B')
    await form.choose('credibility', '2')
    await form.take('[name="back"]')
    return form
}

/** Sends the warning, says which place is meant, and opens an alert on it. Ends on the alert's page. */
export async function openAlert(page, form, call = OGOSSAGOU_CALL) {
    await form.send()
    await form.take('[name="place"]')
    await form.send()
    await follow(page, page.locator('main a[href^="/lite/watch"]'))
    const watch = formOf(page, page.locator('form:has(input[name^="r-"])'))
    await watch.take('input[name^="r-"]')
    await watch.write('title', call.title)
    await watch.choose('severity', 'critical')
    await watch.write('risk', call.risk)
    await watch.choose('alleged', call.alleged)
    await watch.send()
    if (!page.url().includes('/lite/alerts/')) {
        await follow(page, page.locator('main a[href^="/lite/alerts/"]', { hasText: call.title }))
    }
}

/** Fills in the order of a named officer, and leaves it unsent. */
export async function fillOrder(page) {
    const order = actForm(page, 'order')
    await order.unfold()
    await order.choose('by', 'force')
    await order.choose('tier', 'physical')
    await order.choose('action', 'quick-reaction')
    await order.write('units', 'sen-qrf-mopti')
    await order.write('officer', 'Force Commander')
    await order.write('advice', 'no advice asked')
    return order
}

/** Takes the first option of "who can go" into the order of a named officer, and leaves it unsent. Starts on that page. */
export async function fillOrderFromOption(page) {
    await follow(page, page.locator('main a.b[href*="act=order"]'))
    const order = actForm(page, 'order')
    await order.choose('by', 'force')
    await order.choose('tier', 'physical')
    await order.choose('action', 'quick-reaction')
    await order.write('officer', 'Force Commander')
    return order
}

/** Writes down the steps that a person takes with an alert and its response. */
export async function recordSteps(page) {
    for (const name of ['acknowledged', 'verified', 'assessed']) {
        const step = actForm(page, 'step')
        await step.unfold()
        await step.choose('step', name)
        await step.send()
    }
    for (const name of ['tasked', 'moving', 'on-scene']) {
        const respond = actForm(page, 'respond-')
        await respond.unfold()
        await respond.choose('response', name)
        if (name === 'on-scene') await respond.choose('force', 'presence')
        await respond.send()
    }
}

export async function closeAlert(page) {
    const close = actForm(page, 'close')
    await close.unfold()
    await close.choose('outcome', 'protected')
    await close.write('why', 'The patrol stayed until the day; nobody came to harm')
    await close.send()
}
