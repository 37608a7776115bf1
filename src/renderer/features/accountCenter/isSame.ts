/** Whether two forms say the same: they are plain data, built in one order. */
export const isSame = <Form>(a: Form, b: Form): boolean => JSON.stringify(a) === JSON.stringify(b)
