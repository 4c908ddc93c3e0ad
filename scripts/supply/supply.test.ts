import { expect, test } from 'vitest'
import { advisoryProblems } from './advisories.ts'
import { steady } from './bill-of-materials.ts'
import type { Exception } from './exceptions.ts'
import { licenceProblems } from './licences.ts'

const today = new Date('2026-11-30T12:00:00Z')
const exception = (over: Partial<Exception> = {}): Exception =>
  ({ of: 'tool', accepts: 'MPL-2.0', reason: 'It runs in the build alone.', until: '2026-11-30', ...over })
const problem = (licence: string) => `tool has the licence ${licence}, which is not on the list (scripts/supply/licences.ts).`

test.each<[string, string | undefined, Exception[], string[]]>([
  ['a free one', 'MIT', [], []],
  ['a choice with a free one', '(GPL-3.0 OR Apache-2.0)', [], []],
  ['both of two', 'MIT AND GPL-3.0', [], [problem('MIT AND GPL-3.0')]],
  ['none', undefined, [], [problem('none')]],
  ['one that is accepted until tonight', 'MPL-2.0', [exception()], []],
  ['one of an accepted family', 'MPL-2.0', [exception({ of: 'to*' })], []],
  ['another than the accepted one', 'GPL-3.0', [exception()],
    [problem('GPL-3.0'), 'The exception for tool (MPL-2.0) accepts nothing that is there.']],
  ['one that was accepted until yesterday', 'MPL-2.0', [exception({ until: '2026-11-29' })],
    [problem('MPL-2.0'), 'The exception for tool (MPL-2.0) ended on 2026-11-29.']],
  ['one accepted for good', 'MPL-2.0', [exception({ until: '2028-01-01' })],
    ['The exception for tool (MPL-2.0) holds for longer than a year.']],
  ['one accepted for no reason', 'MPL-2.0', [exception({ reason: '' })], ['The exception for tool (MPL-2.0) has no reason or no date.']],
  ['one accepted without a date', 'MPL-2.0', [exception({ until: 'soon' })],
    [problem('MPL-2.0'), 'The exception for tool (MPL-2.0) has no reason or no date.']],
])('a licence: %s', (_name, license, exceptions, expected) => {
  const packages = { '': {}, 'node_modules/a/node_modules/tool': license === undefined ? {} : { license } }
  expect(licenceProblems({ packages }, exceptions, today)).toEqual(expected)
})

const advisory = { name: 'tool', title: 'Reads too far', severity: 'low', url: 'https://advisories.example/GHSA-1-2-3' }
const answer = JSON.stringify({ auditReportVersion: 2, vulnerabilities: { tool: { via: [advisory] }, builder: { via: ['tool'] } } })

test.each<[string, string, Exception[], ReturnType<typeof advisoryProblems>]>([
  ['none', '{"auditReportVersion":2,"vulnerabilities":{}}', [], []],
  ['a mild one', answer, [], ['tool: Reads too far (low), https://advisories.example/GHSA-1-2-3']],
  ['one that is accepted', answer, [exception({ of: 'GHSA-1-2-3', accepts: 'tool' })], []],
  ['a registry that does not tell', '{"message":"405 Method Not Allowed - POST https://x.example"}', [],
    { unasked: 'the registry did not answer npm audit (405 Method Not Allowed)' }],
  ['no network', '', [], { unasked: 'the registry did not answer npm audit (no answer)' }],
])('known vulnerabilities: %s', (_name, said, exceptions, expected) => {
  expect(advisoryProblems(said, exceptions, today)).toEqual(expected)
})

test('the bill of materials is the same whenever and wherever it is made, and another for another content', () => {
  const bill = (folder: string, timestamp: string, ...components: string[]) => steady({
    serialNumber: `urn:uuid:${timestamp}`, metadata: { timestamp, component: { name: folder, 'bom-ref': 'tessera@0.1.0' } },
    components: components.map((name) => ({ name, 'bom-ref': `${name}@1.0.0` })),
  })
  const made = bill('clone', '2026-11-30', 'hono')
  expect(bill('other', '2027-01-01', 'hono')).toBe(made)
  expect(JSON.parse(made)).toMatchObject({
    serialNumber: expect.stringMatching(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/) as string,
    metadata: { component: { name: 'tessera' } },
  })
  const number = (text: string) => (JSON.parse(text) as { serialNumber: string }).serialNumber
  expect(number(bill('clone', '2026-11-30', 'hono', 'pg'))).not.toBe(number(made))
})
