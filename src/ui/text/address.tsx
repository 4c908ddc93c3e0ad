import { Fragment } from 'react'

/** An e-mail address that wraps after its at sign or before a dot. */
export const Address = ({ email }: { email: string }) => (
  <bdi translate="no">
    {email.split(/(?<=@)|(?=\.)/).map((part, position) => <Fragment key={position}>{position > 0 && <wbr />}<span>{part}</span></Fragment>)}
  </bdi>
)
