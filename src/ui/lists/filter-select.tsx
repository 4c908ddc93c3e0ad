import type { Parts, ViewChange } from './list-view.ts'
import { Select } from '../forms/select.tsx'
import type { ListAt } from './use-list-view.ts'

type Props<View, Value extends string> = {
  at: Pick<ListAt<View>, 'view' | 'change'>
  name: keyof View & string
  label: string
  /** The empty choice, which removes the filter. */
  any?: string
  /** The default value. */
  usual?: Value
  values: readonly Value[]
  wordOf: (value: Value) => string
  className?: string | undefined
}

/** One part of a list's view as a select. */
export function FilterSelect<View extends Parts<View>, Value extends string>(
  { at: { view, change }, name, label, any, usual, values, wordOf, className }: Props<View, Value>,
) {
  return (
    <Select label={label} hideLabel value={view[name] ?? usual ?? ''} className={className} {...(any !== undefined && { placeholder: any })}
      options={values.map((value) => ({ value, label: wordOf(value) }))}
      onChange={({ target }) => change({ [name]: target.value } as ViewChange<View>)} />
  )
}
