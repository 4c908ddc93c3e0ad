import type { ComponentProps, ElementType } from 'react'
import { joined } from './joined.ts'

type Space = 1 | 2 | 3 | 4 | 5 | 6
type Looks = {
  gap?: Space | 0 | 'half' | '0 1' | '0 2' | '0 3' | '1 2' | '1 3' | '1 4' | '2 3' | '2 4' | '2 6'
  align?: 'start' | 'center' | 'end' | 'baseline'
  justify?: 'between' | 'center' | 'end'
  box?: 'card' | 'sunken' | 'info' | 'caution' | 'danger' | 'success'
  /** A box whose tone also runs along its edge. */
  edge?: boolean
  ruled?: 'before' | 'after'
  pad?: Space | '2 3' | '2 4' | '3 4' | '3 4 4'
  before?: Space
  after?: Space
  measure?: 76 | 80
  tone?: 'muted' | 'success' | 'caution' | 'danger' | 'waiting'
  text?: 'caption' | 'body' | 'strong' | 'title' | 'lead' | 'section'
  /** Breaks a word that is longer than its line. */
  breaks?: boolean
}
type Props<T extends ElementType> = Omit<ComponentProps<T>, keyof Looks | 'as'> & Looks & { as?: T }

const looks = [
  'gap', 'align', 'justify', 'box', 'edge', 'ruled', 'pad', 'before', 'after', 'measure', 'tone', 'text', 'breaks',
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
export const Text = drawn('', 'p')
export const Box = drawn('', 'div')
