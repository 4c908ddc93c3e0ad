import { type ComponentProps, type ReactNode, useId } from 'react'
import { Choice, type ChoiceProps } from './checkbox.tsx'
import { FieldError } from './field.tsx'
import { joined } from '../joined.ts'
import { Box, Stack, Text } from '../looks/layout.tsx'

type Props<Value extends string> = Omit<ComponentProps<'input'>, 'type' | 'className' | 'value' | 'disabled' | 'children'> & {
  legend: string
  description?: ReactNode
  error?: string | undefined
  options: readonly (ChoiceProps & { value: Value })[]
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
      {options.map(({ value: own, ...option }) => (
        <Choice key={own} id={`${id}-${own}`} {...option} input={{
          ...input, type: 'radio', name: name ?? id, value: own, ...(value !== undefined && { checked: value === own }),
          onChange: (event) => {
            if (option.refusal) return
            onChange?.(event)
            onChoose?.(own)
          },
        }} />
      ))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </Stack>
  )
}
