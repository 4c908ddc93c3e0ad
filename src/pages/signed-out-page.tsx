import { SignedOutPage } from '../app/signed-out-page.tsx'

export const Component = () => <SignedOutPage ended={false} />
