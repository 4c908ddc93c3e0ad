import { Fragment } from 'react'

/** An e-mail address that, where it has no room, breaks after its at sign or before a dot, not within a word. */
export const Address = ({ email }: { email: string }) => (
  <bdi translate="no">
    {email.split(/(?<=@)|(?=\.)/).map((part, position) => <Fragment key={position}>{position > 0 && <wbr />}<span>{part}</span></Fragment>)}
  </bdi>
)
