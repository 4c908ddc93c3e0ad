import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { freePort } from './free-port.ts'
import { demoAccounts } from './issuer/demo-accounts.ts'
import { startIssuer } from './issuer/issuer.ts'

const mock = process.argv.includes('--mock')
const oidc = process.argv.includes('--oidc')
const port = Number(process.env.PORT ?? 8080)
const address = `http://127.0.0.1:${port}`

const apiPort = await freePort()
process.env.API_URL = `http://127.0.0.1:${apiPort}`
const vite = await createServer({ mode: mock ? 'demo' : 'development', server: { port, strictPort: true } })
await vite.listen()
const issuer = oidc ? await startIssuer({ accounts: demoAccounts() }) : undefined
issuer?.tellOfLogouts(address)
const api = mock ? undefined : startApi()
if (mock) console.log(`Tessera is ready: ${address} (the API runs inside the page)`)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

function startApi() {
  const main = fileURLToPath(new URL('../server/node/main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env, HOST: '127.0.0.1', PORT: String(apiPort), PUBLIC_URL: process.env.PUBLIC_URL ?? address,
      // The demo's data, whose people come in through the issuer.
      ...(issuer && { OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: issuer.clientId, OIDC_CLIENT_SECRET: issuer.clientSecret, DEMO: '1' }),
    },
  })
  // Hides the API's address: people open the pages' one.
  createInterface(child.stdout).on('line', (line) => line.includes(`:${apiPort}`) || console.log(line))
  child.on('exit', () => void stop())
  return child
}

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  if (api && api.exitCode === null) {
    api.kill('SIGTERM')
    await new Promise((done) => api.once('exit', done))
  }
  await vite.close()
  await issuer?.stop()
  process.exit()
}
