// Starts the real jar and a real browser for a test, and ends both.
// The launcher says which: VIGIE_JAVA, VIGIE_JAR and VIGIE_CHROMIUM.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

const SECONDS_TO_START_MAX = 120

/** The folder that holds `missions/` and `web/`. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

function setting(name) {
    const value = process.env[name]
    if (!value) throw new Error(`${name} is not set: run the browser tests with ./vigie test`)
    return value
}

async function freePort() {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const { port } = probe.address()
    probe.close()
    await once(probe, 'close')
    return port
}

async function answers(url) {
    try {
        await fetch(url)
        return true
    } catch (error) {
        if (error.cause?.code === 'ECONNREFUSED') return false
        throw error
    }
}

/** What the command line says; a failing command fails the test with what it said. */
async function command(folder, args) {
    const all = ['-jar', setting('VIGIE_JAR'), ...args, `--data=${folder}`]
    const { stdout } = await promisify(execFile)(setting('VIGIE_JAVA'), all, {
        cwd: root,
        maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
}

/**
 * A running server with a folder of its own: `{ url, port, said, stop }`.
 *
 * `mission` is the pack it serves; `commands` are run on the folder before it starts, and `said` is what they said.
 */
export async function startVigie({ mission = 'mali', commands = [] } = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-browser-test-'))
    try {
        const answersOfCommands = []
        for (const args of commands) answersOfCommands.push(await command(folder, args))
        return { ...(await serve(folder, mission)), said: answersOfCommands }
    } catch (error) {
        await rm(folder, { recursive: true, force: true })
        throw error
    }
}

async function serve(folder, mission) {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const args = ['-jar', setting('VIGIE_JAR'), 'up', '--port', String(port), `--data=${folder}`, `--mission=${mission}`]
    const server = spawn(setting('VIGIE_JAVA'), args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    server.stdout.on('data', (text) => (said += text))
    server.stderr.on('data', (text) => (said += text))

    const stop = async () => {
        if (server.exitCode === null && server.signalCode === null) {
            server.kill()
            await once(server, 'exit')
        }
        await rm(folder, { recursive: true, force: true })
    }
    const lastMoment = Date.now() + SECONDS_TO_START_MAX * 1000
    while (!(await answers(url))) {
        if (server.exitCode !== null) throw new Error(`the server ended while starting; it said:\n${said}`)
        if (Date.now() > lastMoment) {
            await stop()
            throw new Error(`no answer after ${SECONDS_TO_START_MAX} s; the server said:\n${said}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return { url, port, stop }
}

/** A headless browser that talks to nobody but the page it is given. */
export function openBrowser() {
    return chromium.launch({
        executablePath: setting('VIGIE_CHROMIUM'),
        args: [
            // Chromium refuses its sandbox to root, and root is who runs tests in a container.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
        ],
    })
}
