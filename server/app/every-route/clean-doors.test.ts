import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { createApp } from '../create-app.ts'

/** Texts that identify something of the portal or the caller; nobody is shown them, and another text finds nothing. */
const tokens = [
  'cursor', 'actingAs', 'persona', 'key', 'duration', 'autoExtendDuration', 'templateId', 'templateEtag', 'etags',
  '/delegated-admin/templates/{id} id',
]
const isToken = (door: string): boolean => tokens.some((token) => door.endsWith(token.startsWith('/') ? token : ` ${token}`))
/** The rules of a list read these, each cell as it is. */
const lists = ['text/csv']
/** The schemas of single items judge these later. */
const looseItems = ['/invitations/bulk']

/** Texts that cleaning changes, in the form of any text, address, domain or number. */
const probes = ['a\u200bb', 'e\u0301', 'a\u00a0b', '\u200e12345', 'a\u202e@b.example', 'a\u00ad.example', 'P1D\u200b', 'a\ufe0f\u2066b']
const isClean = (text: string): boolean => text === text.normalize('NFC') && !/[\p{Cf}\p{Default_Ignorable_Code_Point}\u00a0]/u.test(text)

type Text = { at: string; schema: z.ZodType }

function textsIn(schema: z.ZodType, at: string): Text[] {
  const inner = (each: unknown, name = at) => textsIn(each as z.ZodType, name)
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([name, each]) => inner(each, name))
  if (schema instanceof z.ZodArray) return inner(schema.element)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly) return inner(schema.unwrap())
  if (schema instanceof z.ZodDefault) return inner(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => inner(each))
  if (schema instanceof z.ZodRecord) return inner(schema.valueType)
  return [{ at, schema }]
}

const app = createApp({ store: {} } as never)
const doors = app.openAPIRegistry.definitions.flatMap((definition) => {
  if (definition.type !== 'route') return []
  const { method, path, request = {} } = definition.route
  const bodies = Object.entries(request.body?.content ?? {})
    .filter(([type]) => !lists.includes(type))
    .map(([, media]) => (media && 'schema' in media ? media.schema : undefined))
  return [request.query, request.params, ...bodies].flatMap((schema) => {
    const texts = schema instanceof z.ZodType ? textsIn(schema, '') : []
    return texts.map((text): [string, z.ZodType, string] => [`${method} ${path} ${text.at}`, text.schema, text.at])
  })
})
const uncleaned = (schema: z.ZodType): string[] =>
  probes.flatMap((probe) => {
    const { data, success } = schema.safeParse(probe)
    return success && typeof data === 'string' && !isClean(data) ? [probe] : []
  })

describe('every text that comes in', () => {
  it('is found', () => {
    const names = new Set(doors.map(([door]) => door))
    expect(names.size).toBeGreaterThan(100)
    for (const door of ['post /invitations companyName', 'get /customers search', 'post /acceptance/{token}/question text'])
      expect([...names].some((name) => name.endsWith(door))).toBe(true)
  })

  it.each(doors.filter(([door]) => !isToken(door)))('is cleaned before it is kept: %s', (_door, schema) => {
    expect(uncleaned(schema)).toEqual([])
  })

  it.each(tokens)('%s is a token, and still one that is not cleaned', (token) => {
    expect(doors.some(([door, schema]) => door.endsWith(token) && uncleaned(schema).length > 0)).toBe(true)
  })

  it.each(looseItems)('%s judges its items by the schema of one', (path) => {
    expect(doors.filter(([door]) => door.includes(`${path} `)).map(([, , at]) => at).toSorted()).toEqual(['dryRun', 'evenIfOpen', 'key'])
  })
})
