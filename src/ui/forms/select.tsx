import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'
import { Icon } from '../marks/icon.tsx'

type Props = FieldProps & Omit<ComponentProps<'select'>, 'className' | 'children' | 'multiple'> & {
  options: readonly { value: string; label: string }[]
  /** The empty choice, with value ''. */
  placeholder?: string
}

/** One of a few, in the platform's own list. For many use ComboBox. */
export function Select({ label, hideLabel, description, error, optional, className, id, options, placeholder, ...select }: Props) {
  return (
    <Field {...{ label, hideLabel, description, error, optional, className, id }}>
      {(ids) => (
        <div className={styles.select}>
          <select {...select} {...ids} className={styles.input}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map(({ value, label: text }) => <option key={value} value={value}>{text}</option>)}
          </select>
          <Icon name="chevronDown" />
        </div>
      )}
    </Field>
  )
}
