import fc from 'fast-check'

/** The part of JSON Schema that the API's description uses. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

/** Ids of existing rows, and schemas that others refer to. */
export type Known = { ids: readonly string[]; tokens: readonly string[]; schemas: Record<string, Schema> }

const long = 'x'.repeat(3_000)
const words = fc.constantFrom(
  '', ' ', 'a', 'Contoso', '\u0000', '\uD800', '\u202Ex', long, '../..', '%00', "'; drop table invitations; --", '<script>', '{link}',
  '가나다', '1e999',
)
/** Arbitrary junk. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  words, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, -1, 0, 1.5, 2 ** 53, 1e308, true, [], {}, [[]], { __proto__: null }),
)

const oneOfIds = ({ ids }: Known) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() }, { weight: 1, arbitrary: words })

function textOf({ format, pattern }: Schema, known: Known): fc.Arbitrary<string> {
  if (format === 'uuid') return oneOfIds(known)
  if (format === 'email') return fc.constantFrom('admin@northwind.example', 'x@y', `${long}@a.example`)
  if (format === 'date') return fc.constantFrom('2026-03-01', '2026-02-30', '9999-12-31', '0000-01-01')
  if (format === 'date-time') return fc.constantFrom('2026-03-01T09:00:00.000Z', '2026-03-01', 'never')
  if (pattern?.includes('43')) return fc.oneof(fc.constantFrom(...known.tokens), fc.constant('x'.repeat(43)), words)
  const likely = fc.constantFrom('P30D', 'PT0S', 'P180D', '1234568', 'name', 'en', 'account_manager', '2026-03-01')
  return fc.oneof(words, likely, oneOfIds(known))
}

/** Values that fit the schema, or nearly; now and then junk. */
export function valuesOf(schema: Schema, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingValues(schema, known, depth)
  return fc.oneof({ weight: 14, arbitrary: fitting }, { weight: 1, arbitrary: junk })
}

function fittingValues(schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const name = schema.$ref?.split('/').at(-1)
  const referred = name === undefined ? undefined : known.schemas[name]
  if (referred) return fittingValues(referred, known, depth)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (either) return fc.oneof(...either.map((each) => valuesOf(each, known, depth)))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return textOf(schema, known)
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 400, 400) }), fc.constantFrom(0, -1, 1.5, 1e12),
      )
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return depth > 5 ? fc.constant([]) : fc.array(valuesOf(schema.items ?? {}, known, depth + 1), { maxLength: 4 })
    case 'object':
      return objects(schema, known, depth)
    default:
      return junk
  }
}

function objects({ properties = {}, required = [] }: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, valuesOf(each, known, depth + 1)]))
  const whole = fc.record(members, { requiredKeys: required.filter((key) => key in members) })
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
    { weight: 1, arbitrary: whole.map((value) => ({ ...value, 'un/known~': 1 })) },
  )
}
