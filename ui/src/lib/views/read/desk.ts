// What is in hand in Read. It outlives the view: going to Questions and back loses nothing.
import { Arising } from './arising.svelte'
import { ClaimForm } from './form.svelte'
import { Passages } from './passages.svelte'
import { Reader } from './reader.svelte'

export const reader = new Reader()
export const form = new ClaimForm()
export const passages = new Passages(form, reader)
export const arising = new Arising()
