import { useEffect, useId, useRef } from 'react'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Icon } from '../../ui/icon.tsx'
import pageStyles from '../../ui/refused-page.module.css'
import { Contact } from './acceptance-facts.tsx'
import type { AnswerRefusal } from './answer-refusal.ts'
import type { AsideKind } from './aside.tsx'

type Props = {
  refusal: AnswerRefusal
  /** What it is about, where that is known: who can be asked. */
  acceptance?: Acceptance
  /** The link, for a reader who has to hand it on. */
  link?: string
  /** What the reader can do although it cannot answer. */
  asides?: readonly AsideKind[]
  onAside?: (kind: AsideKind) => void
  /** For a reader whom nobody knows yet: its organisation may have answered. */
  onSignIn?: (() => void) | undefined
  children?: Elements
}

/** What is put right by asking whoever sent it. */
const asksPartner = ['returned', 'lapsed', 'withdrawn', 'declined', 'declined_before', 'already_used', 'region_mismatch', 'wrong_tenant']

/** A plain page of its own for each refusal: what is so, what to do, and the code to quote. */
export function RefusedAnswer({ refusal, acceptance, link, asides = [], onAside, onSignIn, children }: Props) {
  const { t, tOr, formatCountry } = useWords()
  const { code, rule, params } = refusal
  const fixId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [code])

  const needsAdmin = code === 'acceptance.needs_global_admin'
  const country = params?.['country']
  const parties = acceptance && { inviter: acceptance.inviter.displayName, reseller: acceptance.through?.displayName ?? '' }
  const readable = { ...params, ...parties, ...(typeof country === 'string' && { country: formatCountry(country) }) }
  const what = code.slice(code.indexOf('.') + 1)
  const own = `acceptance.refused.${what}`
  const title = tOr(`${own}.title`, t('ui.refused.title'))
  const cause = tOr(`${own}.cause`, refusal.detail ?? t('ui.reason.unknown'), readable)
  const fix = tOr(`${own}.fix`, '', readable)
  const contact = asksPartner.includes(what) ? acceptance?.contact : undefined
  return (
    <div className={pageStyles.refused}>
      <Icon name="refused" size={24} className={pageStyles.mark} />
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p className={pageStyles.cause}>{cause}</p>
      {fix && (
        <section className={pageStyles.fix} aria-labelledby={fixId}>
          <h2 id={fixId}>{t('acceptance.refused.what_to_do')}</h2>
          <p>{fix}</p>
          {contact && <p><Contact contact={contact} /></p>}
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

