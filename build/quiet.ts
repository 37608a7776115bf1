/** How long each part of the bundler took is not what somebody who starts the program reads for. */
export const QUIET = { checks: { bundlerTimings: false } }
