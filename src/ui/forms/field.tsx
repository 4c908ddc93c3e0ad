import { type ReactNode, useContext, useEffect, useId } from 'react'
import type { Elements } from '../elements.ts'
import styles from './field.module.css'
import { FormAround } from './form-around.ts'
import { Icon } from '../marks/icon.tsx'
import { joined } from '../joined.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Line, Text } from '../looks/layout.tsx'

/** Every field has a label, help, and an error with its remedy. */
export type FieldProps = {
  label: string
  /** Hides the label visually where the layout names the field. */
  hideLabel?: boolean | undefined
  description?: ReactNode
  error?: string | undefined
  optional?: boolean | undefined
  className?: string | undefined
}

type Ids = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Frames a control and gives it the ids of label, help and error. */
export function Field({ label, hideLabel, description, error, optional, className, id: given, children }: FieldProps & {
  id?: string | undefined
  children: (ids: Ids) => Elements
}) {
  const made = useId()
  const { t } = useWords()
  const id = given ?? made
  const describedBy = joined(error && `${id}-error`, description && `${id}-help`)
  return (
    <div className={joined(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        <span>{label}</span>
        {optional && <span className={styles.optional}>{` ${t('ui.field.optional')}`}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {description && <Text as="div" id={`${id}-help`} tone="muted" text="caption">{description}</Text>}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const report = useContext(FormAround)?.report
  useEffect(() => report?.(id), [report, id])
  return (
    <Line id={id} data-field-error tone="danger" text="caption" className={styles.error}>
      <Icon name="danger" size={14} className={styles.errorMark} />
      <span>{children}</span>
    </Line>
  )
}
