import { startTransition, useEffect, useState } from 'react'
import { useLocation, useNavigate, useRevalidator } from 'react-router'
import type { Session } from '../../domain/session/schemas.ts'
import { goOnAsOther, leavePerson, showPage, useSession } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/actions/button.tsx'
import { EmptyState } from '../ui/waiting/states.tsx'
import { showToast } from '../ui/overlays/toast.ts'
import { BarePage } from './bare-page.tsx'
import { paths } from './paths.ts'

/** Replaces a page whose person is no longer the browser's: names both, with two ways on. */
export function OtherPersonPage({ other: { user, organization } }: { other: Session }) {
  const { t } = useWords()
  const session = useSession()
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  // Remembers the page's person while it changes.
  const [before] = useState(session.status === 'signed-in' ? session.actor : session.status === 'signed-out' ? session.ended : undefined)
  const [isGoing, setGoing] = useState(false)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (isDrawn) showPage()
  }, [isDrawn])

  const goOn = async () => {
    setGoing(true)
    try {
      await goOnAsOther()
      await revalidate()
      // Queued after the transition that renders the new person's data.
      startTransition(() => setDrawn(true))
    } catch {
      setGoing(false)
      showToast(t('ui.error.text'), 'danger')
    }
  }
  // Navigates in the browser's history, so that no server or proxy sees an invitation's token.
  const signIn = async () => {
    await navigate(paths.signIn(), { state: { returnTo: pathname + search } })
    leavePerson()
  }
  return (
    <BarePage id="main-other">
      <EmptyState asPage title={t('app.other_person', { person: user.displayName, organization: organization.displayName })} action={
        <>
          <Button variant="accent" icon="person" pending={isGoing} onPress={() => void goOn()}>
            {t('app.other_person.go_on', { person: user.displayName })}
          </Button>
          <Button onPress={() => void signIn()}>{t('app.other_person.sign_in')}</Button>
        </>
      }>
        <p>
          {before
            ? t('app.other_person.page_of', { person: before.user.displayName, organization: before.organization.displayName })
            : t('app.other_person.page_of_nobody')}
        </p>
        <p>{t('app.other_person.kept')}</p>
      </EmptyState>
    </BarePage>
  )
}
