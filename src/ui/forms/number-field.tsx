import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'
import { Line } from '../looks/layout.tsx'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'className' | 'type'> & { min: number; max: number; unit?: string }

/** A whole number with bounds and unit. With React Hook Form: `{...form.register('days', { valueAsNumber: true })}`. */
export function NumberField({ label, hideLabel, description, error, optional, className, id, unit, ...input }: Props) {
  return (
    <Field {...{ label, hideLabel, description, error, optional, className, id }}>
      {(ids) => (
        <Line gap={2} align="center" className={styles.number}>
          <input inputMode="numeric" step={1} {...input} {...ids} type="number" className={styles.input} />
          {unit && <span>{unit}</span>}
        </Line>
      )}
    </Field>
  )
}
