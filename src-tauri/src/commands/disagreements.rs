//! Disagreements and what is decided about them.

use gainsay_core::{
    ClaimId, DisagreementId, DisagreementPage, DisagreementQuery, DisagreementStatus, OpenDisagreement,
};
use tauri::{AppHandle, Runtime};

use crate::desk::{read, write};
use crate::failure::Answer;

#[tauri::command]
pub async fn disagreements<R: Runtime>(app: AppHandle<R>, query: DisagreementQuery) -> Answer<DisagreementPage> {
    read(app, move |project| project.disagreements(&query)).await
}

#[tauri::command]
pub async fn disagreement_open<R: Runtime>(
    app: AppHandle<R>,
    disagreement: DisagreementId,
) -> Answer<OpenDisagreement> {
    read(app, move |project| project.open_disagreement(disagreement)).await
}

#[tauri::command]
pub async fn disagreement_decide<R: Runtime>(
    app: AppHandle<R>,
    disagreement: DisagreementId,
    status: DisagreementStatus,
    rationale: Option<String>,
) -> Answer<()> {
    write(app, move |project| {
        project
            .decide_disagreement(disagreement, status, rationale.as_deref())
            .map(drop)
    })
    .await
}

#[tauri::command]
pub async fn disagreement_add<R: Runtime>(app: AppHandle<R>, a: ClaimId, b: ClaimId, rationale: String) -> Answer<()> {
    write(app, move |project| project.add_disagreement(a, b, &rationale).map(drop)).await
}
