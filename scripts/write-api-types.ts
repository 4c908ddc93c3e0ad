import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import openapiTypes, { astToString } from 'openapi-typescript'
import { createApp } from '../server/app/create-app.ts'

const folder = new URL('../node_modules/.cache/types/', import.meta.url)

/** To describe itself the API asks nothing of a host. */
const describe = () =>
  createApp({ store: {} } as never).getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Tessera', version: '1' } })

/** Writes the types of the OpenAPI document, each operation under what it is called by: `GET /customers/{id}`. */
export async function writeApiTypes(): Promise<void> {
  const document = describe()
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations as Record<string, { operationId?: string }>))
      operation.operationId = `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`
  const text = astToString(await openapiTypes(JSON.stringify(document)))
  mkdirSync(folder, { recursive: true })
  // Several checks may write it at once while others read it.
  const written = new URL(`open-api.${process.pid}`, folder)
  writeFileSync(written, text)
  renameSync(written, new URL('open-api.d.ts', folder))
}

if (import.meta.main) await writeApiTypes()
