import { useState } from 'react'
import { useParams } from 'react-router'
import answerWords from 'virtual:words/answer'
import { call } from '../../api/call.ts'
import { BarePage } from '../../app/bare-page.tsx'
import { addWords, useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { EmptyState, ErrorState } from '../../ui/waiting/states.tsx'

export const loader = () => addWords(answerWords)

/** A customer stops an invitation's reminders here; opening the page changes nothing. */
export function Component() {
  const { t } = useWords()
  const { partnerId = '', invitationId = '', token = '' } = useParams()
  const [state, setState] = useState<'asking' | 'sending' | 'done' | { failed: unknown }>('asking')
  const stop = async () => {
    setState('sending')
    try {
      await call('POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}', { path: { partnerId, invitationId, token } })
      setState('done')
    } catch (error) {
      setState({ failed: error })
    }
  }
  if (state === 'done')
    return <BarePage><EmptyState asPage title={t('acceptance.stop.done')}>{t('acceptance.stop.done.text')}</EmptyState></BarePage>
  const button = <Button variant="accent" pending={state === 'sending'} onPress={() => void stop()}>{t('acceptance.stop')}</Button>
  return (
    <BarePage>
      <EmptyState asPage title={t('acceptance.stop.title')} action={button}>{t('acceptance.stop.text')}</EmptyState>
      {typeof state === 'object' && <ErrorState compact error={state.failed} />}
    </BarePage>
  )
}
