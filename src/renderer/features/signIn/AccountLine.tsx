import type { RememberedAccount } from '../../../client/api.ts'
import { Avatar } from '../../ui/index.ts'

/** One of several accounts: who it is, where, and on which server. */
export const AccountLine = ({
  account: { agentId, agentName, organizationName, server },
}: {
  readonly account: RememberedAccount
}) => (
  <span className="fy-account">
    <Avatar id={agentId} name={agentName} size={28} />
    <span>
      <b className="fy-cut">{agentName}</b>
      <span className="fy-secondary fy-cut">
        {`${organizationName} · ${URL.parse(server)?.host ?? server}`}
      </span>
    </span>
  </span>
)
