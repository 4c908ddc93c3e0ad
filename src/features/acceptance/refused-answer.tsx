import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import pageStyles from '../../ui/refused-page.module.css'
import type { AnswerRefusal } from './answer-refusal.ts'
import type { AsideKind } from './aside.tsx'

type Props = {
  refusal: AnswerRefusal
  /** The link, for a reader who has to hand it on. */
  link?: string
  /** What the reader can do although it cannot answer. */
  asides?: readonly AsideKind[]
  onAside?: (kind: AsideKind) => void
  /** For a reader whom nobody knows yet: its organisation may have answered. */
  onSignIn?: (() => void) | undefined
  children?: ReactNode
}

/** A plain page of its own for each refusal: what is so, what to do, and the code to quote. */
export function RefusedAnswer({ refusal, link, asides = [], onAside, onSignIn, children }: Props) {
  const { t, tOr, formatCountry } = useWords()
  const { code, rule, params } = refusal
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [code])

  const needsAdmin = code === 'acceptance.needs_global_admin'
  const country = params?.['country']
  const readable = { ...params, ...(typeof country === 'string' && { country: formatCountry(country) }) }
  const own = `acceptance.refused.${code.slice(code.indexOf('.') + 1)}`
  const title = tOr(`${own}.title`, t('ui.refused.title'))
  const cause = tOr(`${own}.cause`, refusal.detail ?? t('ui.reason.unknown'), readable)
  const fix = tOr(`${own}.fix`, '')
  return (
    <div className={pageStyles.refused}>
      <Icon name="refused" size={24} className={pageStyles.mark} />
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p className={pageStyles.cause}>{cause}</p>
      {fix && (
        <section className={pageStyles.fix}>
          <h2>{t('acceptance.refused.what_to_do')}</h2>
          <p>{fix}</p>
          {link && needsAdmin && (
            <div className={pageStyles.ways}>
              {asides.includes('hand_over') && (
                <Button variant="accent" size="large" icon="forward" onPress={() => onAside?.('hand_over')}>
                  {t('acceptance.ask_admin')}
                </Button>
              )}
              <CopyButton text={link} label={t('acceptance.refused.copy_link')} />
            </div>
          )}
        </section>
      )}
      {asides.includes('question') && (
        <div><Button icon="mail" onPress={() => onAside?.('question')}>{t('acceptance.ask_partner')}</Button></div>
      )}
      {onSignIn && (
        <section className={pageStyles.fix}>
          <p>{t('acceptance.refused.sign_in')}</p>
          <Button icon="person" onPress={onSignIn}>{t('acceptance.refused.sign_in.button')}</Button>
        </section>
      )}
      <p>{t('acceptance.refused.nothing_granted')}</p>
      {children}
      <p className={pageStyles.code}>
        {rule ? t('acceptance.refused.code_and_rule', { code, rule }) : t('acceptance.refused.code', { code })}
      </p>
    </div>
  )
}

