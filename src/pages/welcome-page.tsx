import { useState } from 'react'
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import signInWords from 'virtual:words/sign-in'
import { unknownCountry } from '../../domain/organizations/kinds.ts'
import { nameOrder } from '../../domain/search/name-order.ts'
import { safeReturnTo } from '../../domain/session/return-to.ts'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem-error.ts'
import { BarePage } from '../app/bare-page.tsx'
import { countryCodes } from '../features/invitations/new/countries.ts'
import { loadSession } from '../features/session/session.ts'
import { addWords, useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/actions/button.tsx'
import { ComboBox } from '../ui/forms/combo-box.tsx'
import { Form } from '../ui/forms/form.tsx'
import { TextField } from '../ui/forms/text-field.tsx'
import { useTyped } from '../ui/forms/use-typed.ts'
import { Stack } from '../ui/looks/layout.tsx'
import { PageHeader } from '../ui/looks/page-header.tsx'
import { ErrorState } from '../ui/waiting/states.tsx'

/** Only a visitor has something to say here. */
export async function loader({ request: { url } }: LoaderFunctionArgs) {
  const returnTo = safeReturnTo(new URL(url).searchParams.get('returnTo'))
  const [actor] = await Promise.all([loadSession(), addWords(signInWords)])
  if (!actor?.organization.isVisiting) throw redirect(returnTo)
  return { returnTo, organization: actor.organization }
}

/** Somebody of a tenant that is unknown here says what it is called and where it is, before answering. */
export function Component() {
  const { t, formatCountry, locale } = useWords()
  const { returnTo, organization } = useLoaderData<typeof loader>()
  const [displayName, setDisplayName] = useTyped('welcome-name', organization.displayName)
  const [country, setCountry] = useTyped('welcome-country', organization.country === unknownCountry ? '' : organization.country)
  const [isTried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const inOrder = nameOrder(locale)
  const countries = countryCodes.map((id) => ({ id, label: formatCountry(id) })).toSorted((a, b) => inOrder(a.label, b.label))

  const submit = async () => {
    setTried(true)
    setFailed(undefined)
    if (!displayName.trim() || !country) return
    setPending(true)
    try {
      await call('PUT /session/organization', { body: { displayName, country } })
      // What the page has read of the session is no longer true.
      location.assign(returnTo)
    } catch (error) {
      if (isProblem(error, 'session.introduced')) location.assign(returnTo)
      else setFailed(error)
      setPending(false)
    }
  }
  return (
    <BarePage>
      <PageHeader title={t('session.welcome.title')} lead={t('session.welcome.lead')} />
      <Stack as={Form} gap={4} onSubmit={submit}>
        <TextField label={t('session.welcome.name')} description={t('session.welcome.name.hint')} value={displayName} maxLength={200}
          error={isTried && !displayName.trim() ? t('session.welcome.name.missing') : undefined}
          onChange={({ target }) => setDisplayName(target.value)} />
        <ComboBox key={locale} label={t('session.welcome.country')} items={countries} value={country || null}
          description={t('session.welcome.country.hint')} onChange={(id) => setCountry(id ?? '')}
          error={isTried && !country ? t('session.welcome.country.missing') : undefined} />
        <div><Button type="submit" variant="accent" pending={pending}>{t('session.welcome.go_on')}</Button></div>
      </Stack>
      {failed !== undefined && <ErrorState compact error={failed} />}
    </BarePage>
  )
}
