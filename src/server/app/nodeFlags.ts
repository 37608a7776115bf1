/**
 * What the Node of a server is started with, in the product as in the benchmarks.
 *
 * The collector begins with the idea of a small heap and looks through all of it whenever that has grown by a few MiB:
 * under load every other second, with a pause of some fifty milliseconds for everybody. From 256 MiB on is soon enough.
 */
export const SERVER_NODE_FLAGS: readonly string[] = ['--initial-old-space-size=256']
