/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/area.h"

static const char *const area_names[] = {
	[AREA_GOVERNANCE] = "governance",
	[AREA_POLICY_DOCUMENTS] = "policy-documents",
	[AREA_ROLES] = "roles",
	[AREA_CLASSIFICATION_RISK] = "classification-risk",
	[AREA_ASSET_MANAGEMENT] = "asset-management",
	[AREA_AWARENESS_TRAINING] = "awareness-training",
	[AREA_PEOPLE] = "people",
	[AREA_ACCESS_CONTROL] = "access-control",
	[AREA_CHANGE_MANAGEMENT] = "change-management",
	[AREA_SECURE_DEVELOPMENT] = "secure-development",
	[AREA_IT_OPERATIONS] = "it-operations",
	[AREA_BACKUP_RESTORE] = "backup-restore",
	[AREA_CONTINUITY] = "continuity",
	[AREA_INCIDENT] = "incident",
	[AREA_SUPPLIER] = "supplier",
	[AREA_PRIVACY] = "privacy",
	[AREA_VULNERABILITY] = "vulnerability",
	[AREA_ENDPOINT] = "endpoint",
	[AREA_NETWORK] = "network",
	[AREA_CRYPTOGRAPHY] = "cryptography",
	[AREA_LOGGING] = "logging",
	[AREA_PHYSICAL] = "physical",
	[AREA_E_SERVICES] = "e-services",
	[AREA_INTERNAL_CONTROL] = "internal-control",
};

const struct words area_words = { area_names, AREAS };
