/** What opens the locked files of the fake desktop. */
export const PASSWORD = 'harbour'
