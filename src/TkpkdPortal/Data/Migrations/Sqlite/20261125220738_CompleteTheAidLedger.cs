using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CompleteTheAidLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ArrivedAt",
                table: "Interventions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DropReason",
                table: "Interventions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DroppedAt",
                table: "Interventions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "Interventions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Marks",
                table: "Interventions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Partner",
                table: "Interventions",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Period_Month",
                table: "Interventions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Period_Quarter",
                table: "Interventions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Period_Year",
                table: "Interventions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "PersonId",
                table: "Interventions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Quantity",
                table: "Interventions",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Interventions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Counts_Matched",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Counts_Unmatched",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetCode",
                table: "AidPrograms",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetName",
                table: "AidPrograms",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Ceiling",
                table: "AidPrograms",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "AidPrograms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProposed",
                table: "AidPrograms",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Needs",
                table: "AidPrograms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Partner",
                table: "AidPrograms",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Target",
                table: "AidPrograms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "AidPrograms",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "UnitCost",
                table: "AidPrograms",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            // What was recorded before belongs to the year of its program, and arrived or was dropped when it was recorded.
            migrationBuilder.Sql("UPDATE \"Interventions\" SET \"Period_Year\" = (SELECT \"Year\" FROM \"AidPrograms\" WHERE \"AidPrograms\".\"Id\" = \"Interventions\".\"ProgramId\"), \"ArrivedAt\" = CASE WHEN \"State\" IN (4, 5) THEN \"RecordedAt\" END, \"DroppedAt\" = CASE WHEN \"State\" IN (6, 7) THEN \"RecordedAt\" END;");

            migrationBuilder.CreateTable(
                name: "RecipientOverlaps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Rows = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecipientOverlaps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecipientOverlaps_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecipientRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReleaseName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupersededById = table.Column<long>(type: "INTEGER", nullable: true),
                    RowNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    OpdId = table.Column<long>(type: "INTEGER", nullable: false),
                    Program = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FundSource = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    NikIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Marks = table.Column<int>(type: "INTEGER", nullable: false),
                    FactKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SealedRaw = table.Column<byte[]>(type: "BLOB", nullable: false),
                    InterventionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Nik_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Period_Month = table.Column<int>(type: "INTEGER", nullable: true),
                    Period_Quarter = table.Column<int>(type: "INTEGER", nullable: true),
                    Period_Year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecipientRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecipientRows_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecipientRows_Opds_OpdId",
                        column: x => x.OpdId,
                        principalTable: "Opds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_PersonId",
                table: "Interventions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientOverlaps_BatchId",
                table: "RecipientOverlaps",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientRows_ChangeSetId",
                table: "RecipientRows",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientRows_FactKey",
                table: "RecipientRows",
                column: "FactKey");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientRows_InterventionId",
                table: "RecipientRows",
                column: "InterventionId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientRows_OpdId",
                table: "RecipientRows",
                column: "OpdId");

            migrationBuilder.CreateIndex(
                name: "IX_RecipientRows_PublicId",
                table: "RecipientRows",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecipientRows_ReleaseName_InterventionId",
                table: "RecipientRows",
                columns: new[] { "ReleaseName", "InterventionId" });

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

            migrationBuilder.DropTable(
                name: "RecipientOverlaps");

            migrationBuilder.DropTable(
                name: "RecipientRows");

            migrationBuilder.DropIndex(
                name: "IX_Interventions_PersonId",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "ArrivedAt",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "DropReason",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "DroppedAt",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Marks",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Partner",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Period_Month",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Period_Quarter",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Period_Year",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Quantity",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "Counts_Matched",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Counts_Unmatched",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "BudgetCode",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "BudgetName",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "Ceiling",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "IsProposed",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "Needs",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "Partner",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "Target",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "AidPrograms");

            migrationBuilder.DropColumn(
                name: "UnitCost",
                table: "AidPrograms");
        }
    }
}
