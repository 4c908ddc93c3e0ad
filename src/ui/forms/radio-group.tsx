import { type ComponentProps, type ReactNode, useId } from 'react'
import type { Refusal } from '../../../domain/verdict.ts'
import styles from './choice.module.css'
import { FieldError } from './field.tsx'
import { joined } from '../joined.ts'
import { Box, Marked, Stack, Text } from '../looks/layout.tsx'
import { Reason } from '../actions/reason.tsx'

type RadioOption<Value extends string> = {
  value: Value
  label: ReactNode
  description?: ReactNode
  /** Shows why it cannot be chosen. */
  refusal?: Refusal | undefined
}

type Props<Value extends string> = Omit<ComponentProps<'input'>, 'type' | 'className' | 'value' | 'disabled' | 'children'> & {
  legend: string
  description?: ReactNode
  error?: string | undefined
  options: readonly RadioOption<Value>[]
  /** Present: controlled; absent: React Hook Form's `register` or the form holds the value. */
  value?: Value
  onChoose?: (value: Value) => void
}

/** One of a few choices with explanations. */
export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { legend, description, error, options, value, onChoose, name, onChange, ...input } = props
  const id = useId()
  return (
    <Stack as="fieldset" gap={2} aria-describedby={joined(error && `${id}-error`, description && `${id}-help`)}>
      <Box as="legend" after={1} text="strong">{legend}</Box>
      {description && <Text as="div" id={`${id}-help`} tone="muted" text="caption">{description}</Text>}
      {options.map((option) => {
        const own = `${id}-${option.value}`
        const describedBy = joined(option.description && `${own}-help`, option.refusal && `${own}-why`)
        return (
          <Marked key={option.value} align="start" className={styles.choice} data-refused={option.refusal ? true : undefined}>
            <input {...input} id={own} type="radio" name={name ?? id} value={option.value} className={`${styles.box} ${styles.round}`}
              {...(value === undefined ? {} : { checked: value === option.value })}
              aria-describedby={describedBy || undefined} aria-disabled={option.refusal ? true : undefined}
              onClick={(event) => {
                if (option.refusal) event.preventDefault()
              }}
              onChange={(event) => {
                if (option.refusal) return
                onChange?.(event)
                onChoose?.(option.value)
              }} />
            <Stack gap="half" className={styles.words}>
              <label htmlFor={own}>{option.label}</label>
              {option.description && <Text as="div" id={`${own}-help`} tone="muted" text="caption">{option.description}</Text>}
              {option.refusal && <Reason id={`${own}-why`} refusal={option.refusal} />}
            </Stack>
          </Marked>
        )
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </Stack>
  )
}
