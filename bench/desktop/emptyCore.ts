/** A utility process that does nothing but live. */
process.parentPort.on('message', () => undefined)
