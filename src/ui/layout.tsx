import type { ComponentProps, CSSProperties, ElementType } from 'react'
import { joined } from './joined.ts'

export type Looks = {
  gap?: 'half' | 1 | 2 | 3 | 4 | 5 | 6 | '0 1' | '0 2' | '0 3' | '1 2' | '1 3' | '1 4' | '2 3' | '2 4' | '2 6' | '4 6'
  align?: 'start' | 'center' | 'end' | 'baseline'
  justify?: 'between' | 'center' | 'end'
  list?: 'dots' | 'numbers'
  /** A box whose tone also runs along its edge. */
  callout?: 'info' | 'caution'
  box?: 'card' | 'sunken' | 'info' | 'caution' | 'danger'
  ruled?: 'before' | 'after' | 'between'
  pad?: 2 | 3 | 4 | 5 | '0 2' | '2 3' | '2 4' | '3 4' | '0 4 2' | '0 4 3' | '2 4 3' | '3 4 4' | '4 0 0'
  before?: 1 | 2 | 3 | 4 | 5
  after?: 1 | 2 | 3 | 4 | 5
  measure?: 72 | 76 | 80
  tone?: 'muted' | 'accent' | 'info' | 'success' | 'caution' | 'danger' | 'waiting'
  text?: 'caption' | 'body' | 'strong' | 'title' | 'lead'
  /** A summary that unfolds the rest. */
  opens?: boolean
  inline?: boolean
  spans?: boolean
  wide?: boolean
  grow?: boolean
  fixed?: boolean
  numbers?: boolean
  unbroken?: boolean
  hyphens?: boolean
  /** Breaks a word that is longer than its line. */
  breaks?: boolean
  quiet?: boolean
  /** One column below this width of the window. */
  below?: 560 | 640 | 720 | 900 | 960 | 1100
}
type Props<T extends ElementType> = Omit<ComponentProps<T>, keyof Looks | 'as'> & Looks & { as?: T }

const looks = [
  'gap', 'align', 'justify', 'list', 'callout', 'box', 'ruled', 'pad', 'before', 'after', 'measure', 'tone', 'text',
  'opens', 'inline', 'spans', 'wide', 'grow', 'fixed', 'numbers', 'unbroken', 'hyphens', 'breaks', 'quiet', 'below',
] as const satisfies (keyof Looks)[]

const drawn = <Plain extends ElementType>(name: string, plain: Plain) =>
  function Drawn<T extends ElementType = Plain>({ as, className, ...props }: Props<T>) {
    const Element: ElementType = as ?? plain
    const rest: Record<string, unknown> = { ...props }
    const classes = looks.map((look) => {
      const value = rest[look]
      delete rest[look]
      return value === undefined || value === false ? '' : value === true ? look : `${look}-${String(value).replaceAll(' ', '-')}`
    })
    return <Element className={joined(name, ...classes, className)} {...rest} />
  }

/** One below the other. */
export const Stack = drawn('stack', 'div')
/** Side by side, on further lines where there is no room. */
export const Row = drawn('row', 'div')
/** Side by side on one line. */
export const Line = drawn('line', 'div')
/** A mark, and words beside it. */
export const Marked = drawn('marked', 'div')
const Grid = drawn('columns', 'div')
export const Text = drawn('', 'p')
export const Box = drawn('', 'div')

/** Columns as the template says, or as many as there is room for, each at least so many pixels wide. */
type Template =
  | { of: string; fit?: never; fill?: never }
  | { of?: never; fit: number; fill?: never }
  | { of?: never; fit?: never; fill: number }

export function Columns<T extends ElementType = 'div'>({ of, fit, fill, ...props }: Props<T> & Template) {
  const template = of ?? `repeat(auto-${fit ? 'fit' : 'fill'}, minmax(min(${fit ?? fill}px, 100%), 1fr))`
  return <Grid {...(props as object)} style={{ '--of': template } as CSSProperties} />
}
