import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'
import { joined } from '../joined.ts'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'className'>

/** Several lines of text; grows with its content. */
export function TextArea({ label, hideLabel, description, error, optional, className, id, ...area }: Props) {
  return (
    <Field {...{ label, hideLabel, description, error, optional, className, id }}>
      {(ids) => (
        <textarea rows={4} {...area} {...ids} className={`${styles.input} ${styles.area}`}
          aria-describedby={joined(ids['aria-describedby'], area['aria-describedby'])} />
      )}
    </Field>
  )
}
