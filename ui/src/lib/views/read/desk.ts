// What is in hand in Read. It outlives the view: going to Questions and back loses nothing.
import { Arising } from './arising.svelte'
import { ClaimForm } from './form.svelte'
import { Reader } from './reader.svelte'

export const reader = new Reader()
export const form = new ClaimForm()
export const arising = new Arising()
