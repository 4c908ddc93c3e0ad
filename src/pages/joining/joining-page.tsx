import { type LoaderFunctionArgs, redirect, useLoaderData, useNavigate, useParams, useRevalidator } from 'react-router'
import { unknownCountry } from '../../../domain/organizations/kinds.ts'
import { isProblem, NetworkError } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import { SignedOutPage } from '../../app/signed-out-page.tsx'
import { ConsentFrame } from '../../features/consent/consent-frame.tsx'
import { type JoiningLink, readJoining } from '../../features/consent/joining/joining-requests.ts'
import { JoiningView, Refused } from '../../features/consent/joining/joining-view.tsx'
import { CouldNotRead } from '../../features/consent/plain-page.tsx'
import { hasEnded, loadSession, signOut, useSession } from '../../features/session/session.ts'
import { startWords, useWords } from '../../i18n/use-words.ts'

const linkIn = ({ providerId = '', inviteId = '', token = '' }: Partial<JoiningLink>): JoiningLink => ({ providerId, inviteId, token })

/** Loads the invitation and its reader; errors are results, each with its own page. */
export async function loader({ params }: LoaderFunctionArgs) {
  await startWords({ portal: false })
  const link = linkIn(params)
  try {
    const [reader, joining] = await Promise.all([loadSession(), readJoining(link)])
    const isUnsaid = reader?.organization.isVisiting && reader.organization.country === unknownCountry
    // The country decides, and only the organisation can say it.
    if (isUnsaid && reader.organization.tenantId === joining.tenantId && reader.user.roles.includes('global_admin'))
      throw redirect(paths.welcome(paths.joining(link)))
    return { reader, joining }
  } catch (error) {
    if (isProblem(error, 'joining.not_found')) return { isUnknown: true as const }
    if (isProblem(error) || error instanceof NetworkError) return { error }
    throw error
  }
}

/** A reseller's Global admin opens it by a provider's link, reads what it means, and joins or declines (BR-49 to BR-53). */
export function Component() {
  const loaded = useLoaderData<typeof loader>()
  const link = linkIn(useParams())
  const { t } = useWords()
  const { revalidate, state } = useRevalidator()
  const navigate = useNavigate()
  const isOver = hasEnded(useSession())
  // Navigates in the browser's history, so that no server or proxy sees the token.
  const signIn = () => void navigate(paths.signIn(), { state: { returnTo: paths.joining(link) } })
  if (isOver) return <SignedOutPage ended />
  const { joining, reader = null } = loaded
  return (
    <ConsentFrame title={joining ? t('joining.page_title', { provider: joining.provider.displayName }) : t('joining.page_title.plain')}>
      {joining
        ? (
          <JoiningView key={reader?.user.id ?? 'nobody'} {...{ joining, link, reader }} onSignIn={signIn} onChanged={revalidate}
            onEnter={() => location.assign(paths.home)}
            onSwitch={async () => {
              await signOut()
              signIn()
            }} />
        )
        : loaded.isUnknown ? <Refused refusal={{ code: 'joining.not_found', detail: t('joining.refused.not_found.text') }} provider="" />
        : <CouldNotRead title={t('acceptance.failed.title')} error={loaded.error} isRetrying={state === 'loading'}
            onRetry={() => void revalidate()} />}
    </ConsentFrame>
  )
}
