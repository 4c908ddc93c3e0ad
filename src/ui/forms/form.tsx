import { type ComponentProps, type FormEvent, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { Elements } from '../elements.ts'
import { type AroundForm, FormAround } from './form-around.ts'
import { Icon } from '../marks/icon.tsx'
import { Line } from '../looks/layout.tsx'

type Props = Omit<ComponentProps<'form'>, 'onSubmit' | 'noValidate' | 'ref' | 'children'> & {
  children: Elements
  /** Checks and sends; a promise lasts until the answer is there, so that what the server says of a field counts too. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown
}

/**
 * After a try it says how many fields are wrong, and the focus goes to the first of them. A field is wrong while it shows a
 * FieldError that its control, or the fieldset around its controls, is described by.
 */
export function Form({ onSubmit, children, ...form }: Props) {
  const { t } = useWords()
  const element = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  // A combo box draws what is in it twice, so a field may be reported twice.
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
          // Another one after each try, so that it is said again.
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

/** For what sends the form beside its own button: a draft, another try. */
export function useAttempt(): AroundForm['attempt'] {
  const around = useContext(FormAround)
  if (!around) throw new Error('A button that sends a form stands in none')
  return around.attempt
}

const controls = 'input:not([type=hidden], [hidden]), select, textarea, button'

/** What takes the focus for the first field that is wrong. */
function firstWrong(form: HTMLFormElement | null): HTMLElement | undefined {
  for (const { id } of form?.querySelectorAll('[data-field-error]') ?? []) {
    const described = form?.querySelector<HTMLElement>(`[aria-describedby~="${CSS.escape(id)}"]`)
    const control = described?.matches(controls) ? described : described?.querySelector<HTMLElement>(controls)
    if (control) return control
  }
  return undefined
}
