import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
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

const pieces = [
  ['a text beside an element', "<p><Icon />{t('a')}</p>", 'refused'],
  ['a text beside what comes and goes', "<p>{t('a')}{is && <Icon />}</p>", 'refused'],
  ['a text that comes and goes', "<p><Icon />{is && t('a')}</p>", 'refused'],
  ['a text in place of an element', "<p><Icon />{is ? <Icon /> : t('a')}</p>", 'refused'],
  ['two texts', "<p>{t('a')}{t('b')}</p>", 'refused'],
  ['a number beside a text', '<p>Rows: {count}</p>', 'refused'],
  ['a text that may be absent, beside an element', '<p><Icon />{name}</p>', 'refused'],
  ['a text beside a blank', "<p>{t('a')} {is && <Icon />}</p>", 'refused'],
  ['a list of texts', '<p>{names}</p>', 'refused'],
  ['a text alone in a fragment', "<>{t('a')}</>", 'refused'],
  ['a text beside an element, given to a component', "<Card><Icon />{t('a')}</Card>", 'refused'],
  ['a component that draws a text alone', '<p><Said /></p>', 'refused'],
  ['a text alone', "<p>{t('a')}</p>", 'not refused'],
  ['a text or an element alone', "<p>{is ? <Icon /> : t('a')}</p>", 'not refused'],
  ['a text in an element of its own', "<p><Icon /><span>{t('a')}</span></p>", 'not refused'],
  ['a text alone, given to a component', "<Card>{t('a')}</Card>", 'not refused'],
  ['elements and the blank between', "<p><Icon /> {' '} {icons}</p>", 'not refused'],
  ['what is not drawn when a text is empty', '<p><Icon />{name && <Icon />}</p>', 'not refused'],
] as const

const room = mkdtempSync(join(tmpdir(), 'tessera-bare-'))
const files = pieces.map(([, drawn], index) => {
  const file = join(room, `piece-${index}.tsx`)
  writeFileSync(file, `${given}export const piece = ${drawn}`)
  return file
})
const program = ts.createProgram(files, { strict: true, noEmit: true, jsx: ts.JsxEmit.Preserve, types: [] })
afterAll(() => rmSync(room, { recursive: true }))

test.each(pieces.map((piece, index) => [...piece, files[index] ?? ''] as const))('%s (%s) is %s', (_what, _drawn, verdict, file) => {
  expect(bareTexts(program, [file], room).length > 0).toBe(verdict === 'refused')
})
