import type { ComponentProps, ElementType } from 'react'
import { joined } from '../joined.ts'

type Step = 0 | 'half' | 1 | 2 | 3 | 4 | 5 | 6 | 8 | 10
type Pair = `${Step} ${Step}`
export type Looks = {
  gap?: Step | Pair
  pad?: Step | Pair | `${number} ${number} ${number}` | `${number} ${number} ${number} ${number}`
  before?: Step
  after?: Step
  /** The most characters on a line, or the most room. */
  measure?: number | `${number}px`
  align?: 'start' | 'center' | 'end' | 'baseline'
  justify?: 'between' | 'center' | 'end'
  list?: 'disc' | 'decimal'
  card?: boolean
  box?: 'surface-sunken' | `${'info' | 'success' | 'caution' | 'danger'}-soft`
  /** The tone along its edge. */
  callout?: 'info' | 'success' | 'caution' | 'danger'
  ruled?: 'before' | 'after' | 'between'
  tone?: 'muted' | 'info' | 'success' | 'caution' | 'danger' | 'waiting'
  text?: 'caption' | 'body' | 'strong' | 'title' | 'lead' | 'section'
  inline?: boolean
  spans?: boolean
  wide?: boolean
  grow?: boolean
  fixed?: boolean
  numbers?: boolean
  hyphens?: boolean
  /** Breaks overlong words. */
  breaks?: boolean
  /** A summary that unfolds the rest. */
  opens?: boolean
  /** No outline when a script sets the focus. */
  quiet?: boolean
  /** Is not there while nothing is inside. */
  filled?: boolean
  /** Is not on paper. */
  onScreen?: boolean
}
type Template = {
  /** Columns as a grid template. */
  of?: string
  /** As many columns of at least this many pixels as fit; `fill` keeps empty ones. */
  fit?: number
  fill?: number
  /** One column below this window width. */
  below?: 560 | 640 | 720 | 900 | 960 | 1100
}
type Props<T extends ElementType> = Omit<ComponentProps<T>, keyof Looks | keyof Template | 'as'> & Looks & Template & { as?: T }

const words = [
  'card', 'ruled', 'inline', 'spans', 'wide', 'grow', 'fixed', 'numbers', 'hyphens', 'breaks', 'opens', 'quiet', 'filled',
  'onScreen', 'below',
]
const spaces = (value: string) =>
  value.replaceAll(/\w+/g, (step) => (step === '0' ? step : step === 'half' ? '2px' : `var(--space-${step})`))
const repeated = (how: string) => (least: string) => `repeat(auto-${how}, minmax(min(${least}px, 100%), 1fr))`
const ink = (name: string) => `var(--${name})`
const measured: Record<string, (value: string) => string> = {
  gap: spaces,
  pad: spaces,
  before: spaces,
  after: spaces,
  align: String,
  justify: (value) => value.replace('between', 'space-between'),
  list: String,
  measure: (most) => (most.endsWith('px') ? most : `${most}ch`),
  box: ink,
  callout: ink,
  tone: ink,
  text: (name) => (name === 'title' ? '600 16px/22px var(--font)' : `var(--text-${name})`),
  of: String,
  fit: repeated('fit'),
  fill: repeated('fill'),
}

const drawn = <Plain extends ElementType>(name: string, plain: Plain) =>
  function Drawn<T extends ElementType = Plain>({ as, className, style, ...props }: Props<T> & { style?: object }) {
    const Element: ElementType = as ?? plain
    const rest: Record<string, unknown> = { ...props }
    const taken = (look: string) => {
      const value = rest[look]
      delete rest[look]
      return value === false ? undefined : value
    }
    const classes = words.map((look) => {
      const value = taken(look)
      return value && (value === true ? look : `${look}-${value as string}`)
    })
    const properties: Record<string, string> = {}
    for (const [look, read] of Object.entries(measured)) {
      const value = taken(look)
      if (value === undefined) continue
      const property = look === 'fit' || look === 'fill' ? 'of' : look
      classes.push(property)
      properties[`--look-${property}`] = read(`${value as string | number}`)
    }
    return <Element className={joined(name, ...classes, className)} style={{ ...properties, ...style }} {...rest} />
  }

export const Stack = drawn('stack', 'div')
/** Side by side, wrapping. */
export const Row = drawn('row', 'div')
/** Side by side on one line. */
export const Line = drawn('line', 'div')
/** An icon with words beside it. */
export const Marked = drawn('marked', 'div')
export const Columns = drawn('columns', 'div')
export const Text = drawn('', 'p')
export const Box = drawn('', 'div')
