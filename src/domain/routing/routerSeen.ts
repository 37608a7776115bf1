import type { CustomRouter } from '../../protocol/model/index.ts'

/** What colleagues may know of a router: its host. The rest of the address often holds what opens it. */
export const routerSeen = (router: CustomRouter): CustomRouter => ({
  ...router,
  url: `${new URL(router.url).origin}/`,
})
