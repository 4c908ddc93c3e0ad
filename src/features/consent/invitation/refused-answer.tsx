import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Row, Stack } from '../../../ui/looks/layout.tsx'
import { type Refusal, RefusedPage } from '../refused-page.tsx'
import type { AsideKind } from './aside.tsx'
import { Contact } from './invitation-facts.tsx'

type Props = {
  refusal: Refusal
  /** Known invitations name whom to ask. */
  acceptance?: Acceptance
  /** The link, for a reader who hands it on. */
  link?: string
  /** Actions of a reader who cannot answer. */
  asides?: readonly AsideKind[]
  onAside?: (kind: AsideKind) => void
  /** For a reader who is not signed in, whose organisation may have answered. */
  onSignIn?: (() => void) | undefined
  children?: Elements
}

/** Refusals that the sender can resolve. */
const asksPartner = ['returned', 'lapsed', 'withdrawn', 'declined', 'declined_before', 'already_used', 'region_mismatch', 'wrong_tenant']

/** Why an invitation cannot be answered, with the page's own text for each reason. */
export function RefusedAnswer({ refusal, acceptance, link, asides = [], onAside, onSignIn, children }: Props) {
  const { t, tOr, formatCountry } = useWords()
  const { code, params } = refusal
  const country = params?.['country']
  const parties = acceptance && { inviter: acceptance.inviter.displayName, reseller: acceptance.through?.displayName ?? '' }
  const readable = { ...params, ...parties, ...(typeof country === 'string' && { country: formatCountry(country) }) }
  const what = code.slice(code.indexOf('.') + 1)
  const own = `acceptance.refused.${what}`
  const said = {
    title: tOr(`${own}.title`, t('ui.refused.title')),
    cause: tOr(`${own}.cause`, refusal.detail ?? t('ui.reason.unknown'), readable),
    fix: tOr(`${own}.fix`, '', readable),
  }
  const contact = asksPartner.includes(what) ? acceptance?.contact : undefined
  return (
    <RefusedPage refusal={refusal} said={said}
      ways={
        <>
          {contact && <p><Contact contact={contact} /></p>}
          {link && code === 'acceptance.needs_global_admin' && (
            <Row gap={3} align="center">
              {asides.includes('hand_over') && (
                <Button variant="accent" size="large" icon="forward" onPress={() => onAside?.('hand_over')}>
                  {t('acceptance.ask_admin')}
                </Button>
              )}
              <CopyButton text={link} label={t('acceptance.refused.copy_link')} />
            </Row>
          )}
        </>
      }
      after={
        <>
          {asides.includes('question') && (
            <div><Button icon="mail" onPress={() => onAside?.('question')}>{t('acceptance.ask_partner')}</Button></div>
          )}
          {onSignIn && (
            <Stack as="section" gap={3} align="start" card pad={5}>
              <p>{t('acceptance.refused.sign_in')}</p>
              <Button icon="person" onPress={onSignIn}>{t('acceptance.refused.sign_in.button')}</Button>
            </Stack>
          )}
        </>
      }>
      {children}
    </RefusedPage>
  )
}
