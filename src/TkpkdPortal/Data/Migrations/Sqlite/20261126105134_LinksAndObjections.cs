using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LinksAndObjections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NeighbourhoodLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Office = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MadeById = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedById = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeighbourhoodLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeighbourhoodLinks_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeighbourhoodLinks_Users_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundTargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Relation = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VerifiedById = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredById = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_RoundTargets_RoundTargetId",
                        column: x => x.RoundTargetId,
                        principalTable: "RoundTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NeighbourhoodHints",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    FamilyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeighbourhoodHints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeighbourhoodHints_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeighbourhoodHints_NeighbourhoodLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "NeighbourhoodLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeighbourhoodHints_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodHints_HouseholdId",
                table: "NeighbourhoodHints",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodHints_LinkId_HouseholdId",
                table: "NeighbourhoodHints",
                columns: new[] { "LinkId", "HouseholdId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodHints_PublicId",
                table: "NeighbourhoodHints",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodHints_RoundId_AreaCode",
                table: "NeighbourhoodHints",
                columns: new[] { "RoundId", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodLinks_CodeHash",
                table: "NeighbourhoodLinks",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodLinks_MadeById",
                table: "NeighbourhoodLinks",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodLinks_PublicId",
                table: "NeighbourhoodLinks",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeighbourhoodLinks_RoundId_AreaCode",
                table: "NeighbourhoodLinks",
                columns: new[] { "RoundId", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_AreaCode_State",
                table: "Objections",
                columns: new[] { "AreaCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_HouseholdId",
                table: "Objections",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_PublicId",
                table: "Objections",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RecordedById",
                table: "Objections",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RoundId",
                table: "Objections",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RoundTargetId",
                table: "Objections",
                column: "RoundTargetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NeighbourhoodHints");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "NeighbourhoodLinks");
        }
    }
}
