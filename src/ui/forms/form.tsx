import { type ComponentProps, type FormEvent, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { Elements } from '../elements.ts'
import { type AroundForm, FormAround } from './form-around.ts'
import { Icon } from '../marks/icon.tsx'
import { Line } from '../looks/layout.tsx'

type Props = Omit<ComponentProps<'form'>, 'onSubmit' | 'noValidate' | 'ref' | 'children'> & {
  children: Elements
  /** A promise lasts until the response, so that the server's complaints count too. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown
}

/**
 * After a try, reports the number of wrong fields and focuses the first. A field is wrong while a FieldError describes its control or
 * fieldset.
 */
export function Form({ onSubmit, children, ...form }: Props) {
  const { t } = useWords()
  const element = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  // A combo box renders twice, so a field may report twice.
  const count = new Set(wrong).size
  const [tries, setTries] = useState(0)
  const around = useMemo<AroundForm>(() => ({
    report: (errorId: string) => {
      setWrong((before) => [...before, errorId])
      return () => setWrong((before) => before.filter((each) => each !== errorId))
    },
    attempt: async (work: () => unknown) => {
      try {
        await work()
      } finally {
        setTries((before) => before + 1)
      }
    },
  }), [])
  useEffect(() => {
    if (tries > 0) firstWrong(element.current)?.focus()
  }, [tries])
  return (
    <FormAround value={around}>
      <form {...form} ref={element} noValidate onSubmit={(event) => {
        event.preventDefault()
        void around.attempt(() => onSubmit(event))
      }}>
        {tries > 0 && count > 0 && (
          // The key changes with each try, so that screen readers repeat it.
          <Line as="p" key={tries} role="alert" gap={2} align="center" tone="danger" text="strong">
            <Icon name="danger" />
            <span>{t('ui.form.wrong', { count })}</span>
          </Line>
        )}
        {children}
      </form>
    </FormAround>
  )
}

/** For other buttons that send the form: a draft, another try. */
export function useAttempt(): AroundForm['attempt'] {
  const around = useContext(FormAround)
  if (!around) throw new Error('A button that sends a form stands in none')
  return around.attempt
}

const controls = 'input:not([type=hidden], [hidden]), select, textarea, button'

function firstWrong(form: HTMLFormElement | null): HTMLElement | undefined {
  for (const { id } of form?.querySelectorAll('[data-field-error]') ?? []) {
    const described = form?.querySelector<HTMLElement>(`[aria-describedby~="${CSS.escape(id)}"]`)
    const control = described?.matches(controls) ? described : described?.querySelector<HTMLElement>(controls)
    if (control) return control
  }
  return undefined
}
