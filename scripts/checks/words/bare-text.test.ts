import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { bareTexts } from './bare-text.ts'

const given = `
declare global { namespace JSX { interface Element { drawn: true } interface IntrinsicElements { [name: string]: unknown } } }
declare const Icon: () => JSX.Element
declare const Card: (props: { children?: unknown }) => JSX.Element
declare const t: (id: string) => string
declare const count: number
declare const is: boolean
declare const name: string | undefined
declare const names: string[]
declare const icons: JSX.Element[]
const Said = () => t('said')
`

/** Tells whether the check refuses this piece of a page. */
function isRefused(drawn: string): boolean {
  const room = mkdtempSync(join(tmpdir(), 'tessera-bare-'))
  const file = join(room, 'piece.tsx')
  writeFileSync(file, `${given}export const piece = ${drawn}`)
  const program = ts.createProgram([file], { strict: true, noEmit: true, jsx: ts.JsxEmit.Preserve, types: [] })
  const found = bareTexts(program, [file], room)
  rmSync(room, { recursive: true })
  return found.length > 0
}

test.each([
  ['a text beside an element', "<p><Icon />{t('a')}</p>"],
  ['a text beside what comes and goes', "<p>{t('a')}{is && <Icon />}</p>"],
  ['a text that comes and goes', "<p><Icon />{is && t('a')}</p>"],
  ['a text in place of an element', "<p><Icon />{is ? <Icon /> : t('a')}</p>"],
  ['two texts', "<p>{t('a')}{t('b')}</p>"],
  ['a number beside a text', '<p>Rows: {count}</p>'],
  ['a text that may be absent, beside an element', '<p><Icon />{name}</p>'],
  ['a text beside a blank', "<p>{t('a')} {is && <Icon />}</p>"],
  ['a list of texts', '<p>{names}</p>'],
  ['a text alone in a fragment', "<>{t('a')}</>"],
  ['a text beside an element, given to a component', "<Card><Icon />{t('a')}</Card>"],
  ['a component that draws a text alone', '<p><Said /></p>'],
] as const)('%s is refused', (_what, drawn) => {
  expect(isRefused(drawn)).toBe(true)
})

test.each([
  ['a text alone', "<p>{t('a')}</p>"],
  ['a text or an element alone', "<p>{is ? <Icon /> : t('a')}</p>"],
  ['a text in an element of its own', "<p><Icon /><span>{t('a')}</span></p>"],
  ['a text alone, given to a component', "<Card>{t('a')}</Card>"],
  ['elements and the blank between', "<p><Icon /> {' '} {icons}</p>"],
  ['what is not drawn when a text is empty', '<p><Icon />{name && <Icon />}</p>'],
] as const)('%s is not', (_what, drawn) => {
  expect(isRefused(drawn)).toBe(false)
})
