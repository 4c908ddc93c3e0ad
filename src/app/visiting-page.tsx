import { lazy } from 'react'
import type { Actor } from '../../domain/session/actor.ts'
import { signOut } from '../features/session/session.ts'
import { addWords, useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/actions/button.tsx'
import { EmptyState } from '../ui/waiting/states.tsx'
import { BarePage } from './bare-page.tsx'
import { paths } from './paths.ts'

/** What somebody sees whose organisation has no place here yet: only the invitation's link leads further. */
export const VisitingPage = lazy(async () => {
  const { default: words } = await import('virtual:words/sign-in')
  await addWords(words)
  return { default: Visiting }
})

function Visiting({ actor: { user, organization } }: { actor: Actor }) {
  const { t } = useWords()
  const leave = async () => {
    await signOut()
    location.assign(paths.signIn())
  }
  return (
    <BarePage>
      <EmptyState asPage title={t('session.visiting.title')}
        action={<Button onPress={() => void leave()}>{t('session.sign_in.other_account')}</Button>}>
        <p>{t('session.visiting.text', { account: user.email || user.displayName, organization: organization.displayName })}</p>
      </EmptyState>
    </BarePage>
  )
}
