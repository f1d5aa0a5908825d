//! Questions and the matrix.

use gainsay_core::{Asks, ClaimId, Matrix, OpenQuestion, Question, QuestionId};

use tauri::{AppHandle, Runtime};

use crate::desk::{read, write};
use crate::failure::Answer;

#[tauri::command]
pub async fn questions<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<Question>> {
    read(app, |project| project.questions()).await
}

#[tauri::command]
pub async fn question_open<R: Runtime>(app: AppHandle<R>, question: QuestionId) -> Answer<OpenQuestion> {
    read(app, move |project| project.open_question(question)).await
}

#[tauri::command]
pub async fn question_merge<R: Runtime>(app: AppHandle<R>, from: QuestionId, into: QuestionId) -> Answer<()> {
    write(app, move |project| project.merge_questions(from, into).map(drop)).await
}

#[tauri::command]
pub async fn question_split<R: Runtime>(
    app: AppHandle<R>,
    question: QuestionId,
    text: String,
    claims: Vec<ClaimId>,
) -> Answer<()> {
    write(app, move |project| {
        project.split_question(question, &text, &claims).map(drop)
    })
    .await
}

#[tauri::command]
pub async fn question_rename<R: Runtime>(app: AppHandle<R>, question: QuestionId, text: String) -> Answer<()> {
    write(app, move |project| project.rename_question(question, &text).map(drop)).await
}

#[tauri::command]
pub async fn question_asks<R: Runtime>(app: AppHandle<R>, question: QuestionId, asks: Asks) -> Answer<()> {
    write(app, move |project| project.set_asks(question, asks).map(drop)).await
}

#[tauri::command]
pub async fn question_resolve<R: Runtime>(
    app: AppHandle<R>,
    question: QuestionId,
    answer: String,
    rationale: String,
) -> Answer<()> {
    write(app, move |project| {
        project.resolve_question(question, &answer, &rationale).map(drop)
    })
    .await
}

#[tauri::command]
pub async fn matrix<R: Runtime>(app: AppHandle<R>, limit: usize) -> Answer<Matrix> {
    read(app, move |project| project.matrix(limit)).await
}
