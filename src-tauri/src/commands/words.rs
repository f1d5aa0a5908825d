//! What the core says in English, asked back so that the window can word it in another language. Needs no project.

use gainsay_core::Said;
use gainsay_core::answer::Answered;
use tauri::{AppHandle, Runtime};

use crate::desk::off_main;
use crate::failure::Answer;

/// Which sentences of a list some words are, each for itself.
#[tauri::command]
pub async fn said<R: Runtime>(app: AppHandle<R>, list: String, sentences: Vec<String>) -> Answer<Vec<Option<Said>>> {
    off_main(app, move |_| {
        Ok(sentences.iter().map(|words| Said::of_list(&list, words)).collect())
    })
    .await
}

/// What answers in few words say, each for itself.
#[tauri::command]
pub async fn answers_read<R: Runtime>(app: AppHandle<R>, answers: Vec<String>) -> Answer<Vec<Option<Answered>>> {
    off_main(app, move |_| {
        Ok(answers.iter().map(|words| Answered::of(words)).collect())
    })
    .await
}
