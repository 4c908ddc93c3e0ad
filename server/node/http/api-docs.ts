import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { PortalEnv } from '../portal-env.ts'

const files = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tessera API</title>
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="api"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null })\n"

/** Serves `/api/docs` from the installed package, so that it works offline and under the CSP. */
export function apiDocs(): Hono<PortalEnv> {
  const directory = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))
  const docs = new Hono<PortalEnv>()
  docs.get('/', (c) => c.html(page))
  docs.get('/start.js', (c) => c.body(start, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  for (const [name, type] of Object.entries(files))
    docs.get(`/${name}`, async (c) =>
      c.body(await readFile(join(directory, name)), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }))
  return docs
}
